import { type Standardisation, standardisation, standardise } from "../../nn/standardisation.js";
import { embedOne } from "./embedOne.js";
import type { Embedding } from "./embedding.js";
import { nearestRows } from "./nearestRows.js";

/** Simulations that are embedded at once, so that a large corpus needs little memory beside itself. */
const CHUNK = 4096;

/** With 99 distances to compare with, one more of the same law exceeds all of them with probability 1/100. */
const PROBES = 99;

/** What is read from the parameters of a simulation. */
export interface CorpusReaders<Theta> {
  /** A number whose posterior is to be summarised, finite. */
  readonly target?: (theta: Theta) => number;
  /** The mechanism that made the simulation. */
  readonly mechanism?: (theta: Theta) => string | number;
}

/** Simulations as a net sees them, built once and asked often. */
export interface AttributionCorpus<Theta> extends CorpusReaders<Theta> {
  /** Parameters of the simulations, shape [n]. */
  readonly thetas: readonly Theta[];
  /** Embeddings in standard units, shape [n × width]. */
  readonly points: Float32Array;
  readonly width: number;
  readonly standardisation: Standardisation;
  /**
   * The largest distance from one of up to 99 simulations to the nearest other one: an x of the simulator's law is
   * farther than this from its nearest simulation with probability at most 1/(1 + min(99, n)). Infinity for n = 1.
   */
  readonly reach: number;
}

/**
 * Embed simulations so that observations can be attributed to them.
 *
 * p_ij = (e_j(x_i) − mean_j) / scale_j, with the mean and standard deviation of coordinate j over the corpus
 *
 * @param net the embedding e: a trained SGNN, whose last hidden layer is taken
 * @param pairs the simulations (θ_i, x_i), n ≥ 1, best independent of the net's training pairs
 * @param readers the target and the mechanism of θ, where attributions are to summarise them
 * @returns the corpus; it takes 4 · n · width bytes
 * @throws RangeError if there is no pair, an embedding or a target is not finite, or embeddings differ in width
 * @source Dudley & Eisenberg 2025, arXiv 2509.18990 (back-to-simulation attribution)
 */
export function attributionCorpus<Theta, X>(
  net: Embedding<X>,
  pairs: readonly { readonly theta: Theta; readonly x: X }[],
  readers: CorpusReaders<Theta> = {},
): AttributionCorpus<Theta> {
  const n = pairs.length;
  if (n === 0) throw new RangeError("pairs must hold at least one simulation, got none");
  const thetas = pairs.map(({ theta }) => theta);
  const { target } = readers;
  if (target !== undefined) {
    thetas.forEach((theta, i) => {
      if (!Number.isFinite(target(theta))) throw new RangeError(`target of pair ${i} must be finite, got ${target(theta)}`);
    });
  }
  const embedded = embedAll(net, pairs);
  const { width } = embedded;
  const by = standardisation(embedded);
  const points = standardise(embedded, by);

  let reach = n === 1 ? Infinity : 0;
  const probes = n === 1 ? 0 : Math.min(PROBES, n);
  for (let i = 0; i < probes; i++) {
    const own = Math.floor((i * n) / probes);
    // Embedded by itself, as an observation is, so that rounding does not tell the two apart.
    const { indices, distances } = nearestRows(points, width, embedOne(net, pairs[own].x, by), 2);
    reach = Math.max(reach, distances[indices[0] === own ? 1 : 0]);
  }
  return { ...readers, thetas, points, width, standardisation: by, reach };
}

function embedAll<X>(net: Embedding<X>, pairs: readonly { readonly x: X }[]): { data: Float64Array; width: number } {
  let data = new Float64Array(0);
  let width = 0;
  for (let at = 0; at < pairs.length; at += CHUNK) {
    const rows = net.embed(pairs.slice(at, at + CHUNK).map(({ x }) => x));
    if (at === 0) {
      width = rows[0].length;
      data = new Float64Array(pairs.length * width);
    }
    rows.forEach((row, i) => {
      if (row.length !== width || width === 0 || !row.every(Number.isFinite)) {
        throw new RangeError(
          `the embedding of pair ${at + i} must be ${Math.max(1, width)} finite numbers, got [${row.join(", ")}]`,
        );
      }
      data.set(row, (at + i) * width);
    });
  }
  return { data, width };
}
