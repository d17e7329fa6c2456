import type { Tensors } from "../../../../nn/hostTensor.js";
import { tf } from "../../../../nn/tf.js";
import type { Gaussian } from "../../gaussian.js";
import type { BodyModel } from "../bodyModel.js";
import { bodyVectors } from "../vectors/bodyVectors.js";
import { principalFrames } from "./principalFrames.js";

/** Reflections along the three axes: signs, shape [1, 8, 1, 3]. */
const SIGNS = [Array.from({ length: 8 }, (_, f) => [[1, 2, 4].map((axis) => (f & axis ? -1 : 1))])];
const FRAMES = 8;

/**
 * Make any model of bodies equivariant under O(3): it is asked in all eight principal frames, and the answers averaged.
 *
 * F(x) = {R S : S = diag(±1, ±1, ±1)}, R of `principalFrames`;  μ = ⅛ Σ_{g ∈ F} g μ'(g⁻¹ x, g⁻¹ z),
 * log σ = ⅛ Σ log σ'(g⁻¹ x, g⁻¹ z), positions from the centre of mass. The set F turns with x, but jumps where eigenvalues
 * of the covariance meet: `degenerateFrames` reports such states, and there nothing is promised
 *
 * @param model any; equivariant under permutations if the whole is to be
 * @returns the averaged model, with the same parameters; 8 times the work
 * @source Puny et al. 2022, "Frame averaging for invariant and equivariant network design", arXiv 2110.03336;
 *   Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (EPNS for celestial dynamics)
 * @example frameAveraging(rawBodies({ hidden: 8 })).id // => "frame-averaging(raw-bodies(hidden=8, rounds=2))"
 */
export function frameAveraging(model: BodyModel): BodyModel {
  const averaged = ({ mean, logScale }: Gaussian, frames: tf.Tensor): Gaussian => {
    const [turned, n, vectors] = mean.shape;
    const batch = turned / FRAMES;
    const upright = tf.mul(tf.reshape(mean, [batch, FRAMES, n * vectors, 3]), tf.tensor(SIGNS));
    return {
      mean: tf.reshape(tf.matMul(tf.mean(upright, 1), frames, false, true), [batch, n, vectors, 3]),
      logScale: tf.reshape(tf.mean(tf.reshape(logScale, [batch, FRAMES, n * vectors]), 1), [batch, n, vectors, 1]),
    };
  };
  /** Vectors [B, n, k, 3] in the eight frames, [8B, n, k, 3]. */
  const inFrames = (vectors: tf.Tensor, frames: tf.Tensor): tf.Tensor => {
    const [batch, n, k] = vectors.shape;
    const turned = tf.matMul(tf.reshape(vectors, [batch, n * k, 3]), frames);
    return tf.reshape(tf.mul(tf.expandDims(turned, 1), tf.tensor(SIGNS)), [batch * FRAMES, n, k, 3]);
  };
  return {
    id: `frame-averaging(${model.id})`,
    ...(model.bodies !== undefined && { bodies: model.bodies }),
    init: model.init,
    forward: (p: Tensors, state) => {
      const { mass, x, v } = bodyVectors(state);
      const frames = principalFrames({ mass, x });
      const [batch, n] = state.shape;
      const masses = tf.reshape(tf.tile(tf.expandDims(mass, 1), [1, FRAMES, 1, 1]), [batch * FRAMES, n, 1]);
      const turned = tf.reshape(inFrames(tf.stack([x, v], 2), frames), [batch * FRAMES, n, 6]);
      return { ...model.forward(p, tf.concat([masses, turned], -1) as tf.Tensor3D), frames };
    },
    prior: (p, { frames, ...hidden }) => averaged(model.prior(p, hidden), frames),
    posterior: (p, { frames, ...hidden }, target) => averaged(model.posterior(p, hidden, inFrames(target, frames)), frames),
    decode: (p, { frames, ...hidden }, latents) => averaged(model.decode(p, hidden, inFrames(latents, frames)), frames),
  };
}
