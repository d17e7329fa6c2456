import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { boundedLogScale, type Gaussian } from "../gaussian.js";
import { dense } from "../nets/dense.js";
import { initAll } from "../nets/layer.js";
import { silu } from "../nets/silu.js";
import { VECTORS } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";

/** Sizes of `flatBodies`. */
export interface FlatBodiesOptions {
  /** n, the one number of bodies that the model takes: an integer ≥ 1. */
  readonly bodies: number;
  /** H, the width of the hidden layers, an integer ≥ 1; 64 if not given. */
  readonly hidden?: number;
}

/**
 * PNS-MLP for bodies: one vector of all numbers of a state, fully connected layers, no symmetry at all.
 *
 * h = a(W₂ a(W₁ vec(x) + b₁) + b₂),  heads W₄ a(W₃ [h, vec(w)] + b₃) + b₄,  a = silu
 *
 * @param options sizes
 * @returns the model
 * @throws RangeError if a size is not an integer ≥ 1
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (PNS-MLP)
 * @example flatBodies({ bodies: 5, hidden: 8 }).id // => "flat-bodies(bodies=5, hidden=8)"
 */
export function flatBodies({ bodies, hidden = 64 }: FlatBodiesOptions): BodyModel {
  const width = bodies * 3 * VECTORS;
  const layers = [dense("forward/0", 7 * bodies, hidden), dense("forward/1", hidden, hidden)];
  const head = (name: string, extra: number) => {
    const inner = dense(`${name}/inner`, hidden + extra, hidden);
    const mean = dense(`${name}/mean`, hidden, width);
    const scale = dense(`${name}/scale`, hidden, bodies * VECTORS);
    const law = (p: Tensors, h: tf.Tensor, vectors?: tf.Tensor): Gaussian => {
      const extras = vectors === undefined ? [] : [tf.reshape(vectors, [-1, width])];
      const s = silu(inner.apply(p, tf.concat([h, ...extras], -1)));
      return {
        mean: tf.reshape(mean.apply(p, s), [-1, bodies, VECTORS, 3]),
        logScale: tf.reshape(boundedLogScale(scale.apply(p, s)), [-1, bodies, VECTORS, 1]),
      };
    };
    return { init: initAll([inner, mean, scale]), law };
  };
  const [prior, posterior, decoder] = [head("prior", 0), head("posterior", width), head("decoder", width)];
  return {
    id: `flat-bodies(bodies=${bodies}, hidden=${hidden})`,
    bodies,
    init: initAll([...layers, prior, posterior, decoder]),
    forward: (p, state) => {
      let states: tf.Tensor = tf.reshape(state, [-1, 7 * bodies]);
      for (const layer of layers) states = silu(layer.apply(p, states));
      return { states };
    },
    prior: (p, { states }) => prior.law(p, states),
    posterior: (p, { states }, target) => posterior.law(p, states, target),
    decode: (p, { states }, latents) => decoder.law(p, states, latents),
  };
}
