import type { Tensors } from "../../../../nn/hostTensor.js";
import { tf } from "../../../../nn/tf.js";
import { boundedLogScale, type Gaussian } from "../../gaussian.js";
import { dense } from "../../nets/dense.js";
import { initAll } from "../../nets/layer.js";
import { siteSums } from "../../nets/siteSums.js";
import { silu } from "../../nets/silu.js";
import { torusConvolution } from "../../nets/torusConvolution.js";
import { KINDS } from "../cellFields.js";
import type { CellModel } from "../cellModel.js";
import { persistenceTerm } from "./persistenceTerm.js";

/** Sizes of `stackedCells`. */
export interface StackedCellsOptions {
  /** The one number of cells that the model takes: an integer ≥ 1. */
  readonly cells: number;
  /** H, channels of the hidden layers, an integer ≥ 1; 32 if not given. */
  readonly hidden?: number;
  /** L, latents of each entity, an integer ≥ 1; 8 if not given. */
  readonly latents?: number;
  /** Convolutions of the forward model, an integer ≥ 1; 3 if not given. */
  readonly rounds?: number;
}

/**
 * PNS for cells: one image whose channels are the cells, by index, and plain convolutions of it.
 *
 * forward: rounds of h = a(W * h) from the stack of occupancy_e · type_e; prior and posterior: affine maps of s, the signed
 * logarithm of the sum of h over sites (`siteSums`); decoder: logits(p) = U a(W * h + V [z, s])(p) + w occupancy(p), z the
 * latents of all entities, a = silu
 *
 * @param options the number of cells, and sizes
 * @returns the model; equivariant under translations of the torus, but not under permutations of the cells
 * @throws RangeError if a size is not an integer ≥ 1
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (PNS for cellular dynamics, which is not equivariant)
 * @example stackedCells({ cells: 8, hidden: 4 }).id // => "stacked-cells(cells=8, hidden=4, latents=8, rounds=3)"
 */
export function stackedCells({ cells, hidden = 32, latents = 8, rounds = 3 }: StackedCellsOptions): CellModel {
  for (const [name, value] of Object.entries({ cells, hidden, latents, rounds })) {
    if (!(Number.isInteger(value) && value >= 1)) throw new RangeError(`${name} must be an integer >= 1, got ${value}`);
  }
  const entities = cells + 1;
  const trunk = Array.from({ length: rounds }, (_, i) =>
    torusConvolution(`forward/${i}`, i === 0 ? KINDS * entities : hidden, hidden, "periodic"),
  );
  const prior = dense("prior", hidden, 2 * latents * entities);
  const change = torusConvolution("posterior/change", hidden + entities, hidden, "periodic");
  const posterior = dense("posterior", hidden, 2 * latents * entities);
  const decoder = torusConvolution("decoder", hidden, hidden, "periodic");
  const mix = dense("decoder/told", latents * entities + hidden, hidden, false);
  const logits = dense("decoder/logits", hidden, entities);
  const stay = persistenceTerm("decoder/stay");

  /** [B, C, S, S] → [B, S, S, C]. */
  const asImages = (fields: tf.Tensor): tf.Tensor => tf.transpose(fields, [0, 2, 3, 1]);
  const law = (answers: tf.Tensor): Gaussian => {
    const [mean, scale] = tf.split(tf.reshape(answers, [-1, entities, 2 * latents]), 2, -1);
    return { mean, logScale: boundedLogScale(scale) };
  };
  return {
    id: `stacked-cells(cells=${cells}, hidden=${hidden}, latents=${latents}, rounds=${rounds})`,
    latents,
    cells,
    init: initAll([...trunk, prior, change, posterior, decoder, mix, logits, stay]),
    forward: (p, { occupancy, kinds }): Tensors => {
      const byKind = tf.split(kinds, KINDS, 2).map((kind) => tf.mul(occupancy, tf.expandDims(kind, 3)));
      let states = asImages(tf.concat(byKind, 1));
      for (const layer of trunk) states = silu(layer.apply(p, states));
      return { states, occupancy };
    },
    prior: (p, { states }) => law(prior.apply(p, siteSums(states))),
    posterior: (p, { states }, target) => {
      const images = silu(change.apply(p, tf.concat([states, asImages(target)], -1)));
      return law(posterior.apply(p, siteSums(images)));
    },
    decode: (p, { states, occupancy }, z) => {
      const known = tf.concat([tf.reshape(z, [-1, latents * entities]), siteSums(states)], -1);
      const told = tf.reshape(mix.apply(p, known), [-1, 1, 1, hidden]);
      const images = silu(tf.add(decoder.apply(p, states), told));
      const fields = tf.transpose(logits.apply(p, images), [0, 3, 1, 2]);
      return tf.add(fields, stay.apply(p, occupancy));
    },
  };
}
