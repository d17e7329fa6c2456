import { tf } from "../../../nn/tf.js";
import type { Gaussian } from "../gaussian.js";
import { VECTORS } from "./bodyIncrements.js";
import type { BodyModel, BodyModelOptions } from "./bodyModel.js";
import { rawBodies } from "./rawBodies.js";

/** Drift and diffusion of increments: `decode` says F as mean and log G as log-scale, where the increments now are y. */
export type IncrementField = Pick<BodyModel, "id" | "bodies" | "init" | "forward" | "decode">;

/** Sizes of `neuralSde`, and what its drift and diffusion are. */
export interface NeuralSdeOptions extends BodyModelOptions {
  /** S, sub-steps of a step: 1, 2 or 3, for a body has two latent vectors; 3 if not given. */
  readonly subSteps?: number;
  /** F and G; messages on raw coordinates and y if not given. */
  readonly field?: IncrementField;
}

/**
 * A neural stochastic differential equation for bodies: Euler–Maruyama with learned drift and diffusion.
 *
 * dy = F(x, y) dτ + G(x, y) dW, y(0) = 0, y(1) = (dv/s_v, dx/s_x); sub-steps y ← y + F/S + G z/√S. Noise enters
 * velocities only, and in the last sub-step positions too, where else increments would have no density. The noise of the
 * earlier sub-steps are the latents, prior = posterior = N(0, I); the decoder is the normal law of the last one. So the
 * evidence bound is that of Jensen's inequality, and with one sub-step it is exact
 *
 * @param options sizes, and the field
 * @returns the model; it has the symmetries of its field
 * @throws RangeError if a size is not an integer ≥ 1, or there are more than three sub-steps
 * @source Kloeden & Platen 1992, "Numerical solution of stochastic differential equations", section 9.1 (Euler–Maruyama);
 *   Tzen & Raginsky 2019, "Neural stochastic differential equations", arXiv 1905.09883
 * @example neuralSde({ hidden: 8 }).id // => "neural-sde(sub-steps=3, drift-and-diffusion(hidden=8, rounds=2))"
 */
export function neuralSde(options: NeuralSdeOptions = {}): BodyModel {
  const { subSteps = VECTORS + 1, field = learnedField(options) } = options;
  if (!(Number.isInteger(subSteps) && subSteps >= 1 && subSteps <= VECTORS + 1)) {
    throw new RangeError(`subSteps must be an integer in [1, ${VECTORS + 1}], got ${subSteps}`);
  }
  const standard = ([batch, n]: readonly number[]): Gaussian => ({ mean: tf.zeros([batch, n, VECTORS, 3]), logScale: tf.zeros([batch, n, VECTORS, 1]) });
  return {
    id: `neural-sde(sub-steps=${subSteps}, ${field.id})`,
    ...(field.bodies !== undefined && { bodies: field.bodies }),
    init: field.init,
    forward: (p, state) => ({ ...field.forward(p, state), state }),
    prior: (_, { state }) => standard(state.shape),
    posterior: (_, { state }) => standard(state.shape),
    decode: (p, hidden, latents) => {
      const noises = tf.split(latents, VECTORS, 2).map((z) => tf.concat([z, tf.zerosLike(z)], 2));
      let y: tf.Tensor = tf.zerosLike(latents);
      for (const noise of noises.slice(0, subSteps - 1)) {
        const { mean, logScale } = field.decode(p, hidden, y);
        y = tf.add(y, tf.add(tf.div(mean, subSteps), tf.mul(tf.mul(tf.exp(logScale), 1 / Math.sqrt(subSteps)), noise)));
      }
      const { mean, logScale } = field.decode(p, hidden, y);
      return { mean: tf.add(y, tf.div(mean, subSteps)), logScale: tf.sub(logScale, 0.5 * Math.log(subSteps)) };
    },
  };
}

/** The trunk and the decoder of `rawBodies`: y stands where its latents would. */
function learnedField(options: BodyModelOptions): IncrementField {
  const { id, init, forward, decode } = rawBodies(options);
  return {
    id: id.replace("raw-bodies", "drift-and-diffusion"),
    init: (key) => Object.fromEntries(Object.entries(init(key)).filter(([name]) => !/^(prior|posterior)\//.test(name))),
    forward,
    decode,
  };
}
