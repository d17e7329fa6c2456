import { tf } from "../../../../nn/tf.js";
import { boundedLogScale, type Gaussian } from "../../gaussian.js";
import { dense } from "../../nets/dense.js";
import { initAll } from "../../nets/layer.js";
import { silu } from "../../nets/silu.js";
import { KINDS } from "../cellFields.js";
import type { CellModel } from "../cellModel.js";
import { persistenceTerm } from "./persistenceTerm.js";

/** Sizes of `flatCells`. */
export interface FlatCellsOptions {
  /** S, sites along a side of the lattices that the model takes, an integer ≥ 3. */
  readonly size: number;
  /** The one number of cells that the model takes: an integer ≥ 1. */
  readonly cells: number;
  /** H, the width of the hidden layers, an integer ≥ 1; 32 if not given. */
  readonly hidden?: number;
  /** L, latents of each entity, an integer ≥ 1; 8 if not given. */
  readonly latents?: number;
}

/**
 * PNS-MLP for cells: one vector of all numbers of a lattice, fully connected layers, no symmetry at all.
 *
 * h = a(W₂ a(W₁ [vec occupancy, vec types] + b₁) + b₂),  posterior from a(W [h, vec x'] + b),  logits = U a(W [h, vec z] + b)
 * + c + w occupancy,  a = silu. It has at least 3 S² (cells + 1) parameters for each unit of H: for small lattices
 *
 * @param options sizes
 * @returns the model
 * @throws RangeError if a size is not such an integer
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (PNS-MLP)
 * @example flatCells({ size: 8, cells: 2, hidden: 4 }).id // => "flat-cells(size=8, cells=2, hidden=4, latents=8)"
 */
export function flatCells({ size, cells, hidden = 32, latents = 8 }: FlatCellsOptions): CellModel {
  if (!(Number.isInteger(size) && size >= 3)) throw new RangeError(`size must be an integer >= 3, got ${size}`);
  for (const [name, value] of Object.entries({ cells, hidden, latents })) {
    if (!(Number.isInteger(value) && value >= 1)) throw new RangeError(`${name} must be an integer >= 1, got ${value}`);
  }
  const entities = cells + 1;
  const width = entities * size * size;
  const layers = [dense("forward/0", width + KINDS * entities, hidden), dense("forward/1", hidden, hidden)];
  const prior = dense("prior", hidden, 2 * latents * entities);
  const change = dense("posterior/change", hidden + width, hidden);
  const posterior = dense("posterior", hidden, 2 * latents * entities);
  const decoder = dense("decoder", hidden + latents * entities, hidden);
  const logits = dense("decoder/logits", hidden, width);
  const stay = persistenceTerm("decoder/stay");

  const law = (answers: tf.Tensor): Gaussian => {
    const [mean, scale] = tf.split(tf.reshape(answers, [-1, entities, 2 * latents]), 2, -1);
    return { mean, logScale: boundedLogScale(scale) };
  };
  return {
    id: `flat-cells(size=${size}, cells=${cells}, hidden=${hidden}, latents=${latents})`,
    latents,
    cells,
    size,
    init: initAll([...layers, prior, change, posterior, decoder, logits, stay]),
    forward: (p, { occupancy, kinds }) => {
      let states: tf.Tensor = tf.concat([tf.reshape(occupancy, [-1, width]), tf.reshape(kinds, [-1, KINDS * entities])], -1);
      for (const layer of layers) states = silu(layer.apply(p, states));
      return { states, occupancy };
    },
    prior: (p, { states }) => law(prior.apply(p, states)),
    posterior: (p, { states }, target) => {
      const both = tf.concat([states, tf.reshape(target, [-1, width])], -1);
      return law(posterior.apply(p, silu(change.apply(p, both))));
    },
    decode: (p, { states, occupancy }, z) => {
      const told = silu(decoder.apply(p, tf.concat([states, tf.reshape(z, [-1, latents * entities])], -1)));
      const fields = tf.reshape(logits.apply(p, told), [-1, entities, size, size]);
      return tf.add(fields, stay.apply(p, occupancy));
    },
  };
}
