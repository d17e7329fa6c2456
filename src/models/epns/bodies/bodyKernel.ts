import { type HostTensors, upload } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import type { Key } from "../../../random/key.js";
import { normal } from "../../../random/normal.js";
import { BODY, requireBodies } from "../../../simulators/particles/requireBodies.js";
import { advanceBodies, type IncrementScales, VECTORS } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";
import { bodyStep } from "./bodyStep.js";
import type { CoupledKernel } from "./coupledKernel.js";

/** A learned model as a transition kernel. */
export interface BodyKernel extends CoupledKernel {
  /**
   * Many steps at once: states, each of shape [n, 7], and noise for each → next states. A state that is not finite
   * gives one that is not finite, so that one unstable rollout does not end the others.
   */
  readonly stepAll: (states: readonly Float64Array[], noise: readonly Float64Array[]) => Float64Array[];
}

/** Layers of noise: both latent vectors, then both increments. */
const LAYERS = 2 * VECTORS;

/**
 * A model of bodies, ready for rollouts: its steps run on the active backend.
 *
 * x' = advance(x, sample), the sample of `bodyStep`; integrated in float64, predicted in float32
 *
 * @param model the model
 * @param parts its parameters, the scales of its increments, the number n of bodies, and the law of initial states
 * @returns the kernel
 * @throws RangeError from its members if a state is not n rows of finite numbers with positive masses, or noise does
 *   not have shape [4, n, 3]
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (rollouts)
 */
export function bodyKernel(
  model: BodyModel,
  parts: {
    readonly parameters: HostTensors;
    readonly scales: IncrementScales;
    readonly bodies: number;
    readonly init: (key: Key) => Float64Array;
  },
): BodyKernel {
  const { parameters, scales, bodies, init } = parts;
  const length = LAYERS * bodies * 3;
  const noise = (key: Key): Float64Array => {
    const stream = key.stream();
    return new Float64Array(length).map(() => normal(stream));
  };
  const stepAll = (states: readonly Float64Array[], draws: readonly Float64Array[]): Float64Array[] => {
    const batch = states.length;
    const [rows, all] = [new Float32Array(batch * bodies * BODY), new Float32Array(batch * length)];
    if (draws.length !== batch) throw new RangeError(`noise must be given for ${batch} states, got ${draws.length}`);
    states.forEach((state, b) => {
      if (state.length !== bodies * BODY) throw new RangeError(`state must have shape [${bodies}, 7], got ${state.length} numbers`);
      if (draws[b].length !== length) throw new RangeError(`noise must have shape [${LAYERS}, ${bodies}, 3], got ${draws[b].length} numbers`);
      rows.set(state, b * state.length);
      all.set(draws[b], b * length);
    });
    const increments = tf.tidy(() => {
      const layers = tf.transpose(tf.tensor(all, [batch, LAYERS, bodies, 3]), [0, 2, 1, 3]);
      const [latents, noise] = tf.split(layers, 2, 2);
      const state = tf.tensor3d(rows, [batch, bodies, BODY]);
      return bodyStep(model, upload(parameters), { state, latents, noise }).sample.dataSync<"float32">();
    });
    const width = bodies * VECTORS * 3;
    return states.map((state, b) => advanceBodies(state, increments.subarray(b * width, (b + 1) * width), scales));
  };
  const stepWithNoise = (state: Float64Array, draws: Float64Array): Float64Array => {
    requireBodies(state, bodies);
    const [next] = stepAll([state], [draws]);
    return next;
  };
  return { id: `body-kernel(${model.id})`, init, noise, stepWithNoise, stepAll, step: (key, state) => stepWithNoise(state, noise(key)) };
}
