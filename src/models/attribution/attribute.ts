import type { AttributionCorpus } from "./attributionCorpus.js";
import { type ClassShare, classShares } from "./classShares.js";
import { embedOne } from "./embedOne.js";
import type { Embedding } from "./embedding.js";
import { nearestRows } from "./nearestRows.js";
import { type SampleSummary, sampleSummary } from "./sampleSummary.js";

/** Above this share of all simulations the neighbours stand for a region around x, not for x. */
const LARGEST_SHARE = 0.01;

/** A simulation near an observation. */
export interface Neighbour<Theta> {
  /** Its place in the corpus. */
  readonly index: number;
  readonly theta: Theta;
  /** What made it, if the corpus says so. */
  readonly mechanism?: string | number;
  /** Distance of the embeddings, in the standard units of the corpus. */
  readonly distance: number;
}

/** Why the neighbours' parameters need not follow the posterior. */
export interface AttributionWarning {
  readonly kind: "many-neighbours" | "scalar-output" | "far";
  readonly message: string;
}

/** An observation explained by the simulations that a net holds to be most like it. */
export interface Attribution<Theta> {
  /** Nearest first, shape [k]. */
  readonly neighbours: readonly Neighbour<Theta>[];
  /** The posterior of the target that the neighbours imply, if the corpus has a target. */
  readonly target?: SampleSummary;
  /** The posterior of the mechanism that the neighbours imply, if the corpus has mechanisms. */
  readonly mechanisms?: readonly ClassShare[];
  /** Empty if nothing speaks against the summaries. */
  readonly warnings: readonly AttributionWarning[];
}

/**
 * Attribute an observation to the simulations nearest to it in a net's embedding.
 *
 * As k → ∞ and k/n → 0, the θ of the k nearest follow p(θ | e(x)); that is p(θ | x) where the embedding e is
 * posterior-sufficient, as the last hidden layer of a classifier of θ, or of a predictor of all of θ, nearly is.
 * It warns if k/n > 1/100; if the net has a single output, since its embedding need then determine only one number of
 * the posterior; and if x is farther from its nearest simulation than 99 simulations are from theirs (by chance in
 * at most 1 of 100 observations of the simulator's own law). No warning is no proof: a net can map an x unlike all
 * simulations to the place of a likely one.
 *
 * @param net the embedding that the corpus was built with
 * @param corpus the simulations
 * @param x one observation
 * @param k how many neighbours, an integer in [1, n]
 * @returns the neighbours, what they imply, and warnings; equal distances in the order of the corpus
 * @throws RangeError if k is not such an integer, or x has no finite embedding of the corpus's width
 * @source Dudley & Eisenberg 2025, arXiv 2509.18990 (back-to-simulation attribution); Vovk, Gammerman & Shafer 2005,
 *   "Algorithmic Learning in a Random World" (ranks of exchangeable distances)
 * @example attribute({ embed: (xs) => xs.map((x) => [x]) }, attributionCorpus({ embed: (xs) => xs.map((x) => [x]) }, [{ theta: 1, x: 0 }, { theta: 2, x: 9 }]), 8, 1).neighbours[0].theta // => 2
 */
export function attribute<Theta, X>(
  net: Embedding<X>,
  corpus: AttributionCorpus<Theta>,
  x: X,
  k: number,
): Attribution<Theta> {
  const { thetas, points, width, target, mechanism } = corpus;
  const { indices, distances } = nearestRows(points, width, embedOne(net, x, corpus.standardisation), k);
  const neighbours = Array.from(indices, (index, i): Neighbour<Theta> => {
    const theta = thetas[index];
    return { index, theta, distance: distances[i], ...(mechanism && { mechanism: mechanism(theta) }) };
  });
  return {
    neighbours,
    ...(target && { target: sampleSummary(neighbours.map(({ theta }) => target(theta))) }),
    ...(mechanism && { mechanisms: classShares(neighbours.map(({ theta }) => mechanism(theta))) }),
    warnings: warningsOf(net, corpus, k, distances[0]),
  };
}

function warningsOf<Theta, X>(
  net: Embedding<X>,
  { thetas, reach }: AttributionCorpus<Theta>,
  k: number,
  nearest: number,
): AttributionWarning[] {
  const warnings: AttributionWarning[] = [];
  if (k / thetas.length > LARGEST_SHARE) {
    const message = `k/n = ${k}/${thetas.length} exceeds ${LARGEST_SHARE}: the neighbours stand for a region around x`;
    warnings.push({ kind: "many-neighbours", message });
  }
  if (net.state?.outputs.mean.length === 1) {
    const message = "the net has one output: its embedding need not tell apart observations with different posteriors";
    warnings.push({ kind: "scalar-output", message });
  }
  if (nearest > reach) {
    const message = `the nearest simulation is ${nearest.toPrecision(3)} away, simulations at most ${reach.toPrecision(3)} from theirs: x is unlike the corpus`;
    warnings.push({ kind: "far", message });
  }
  return warnings;
}
