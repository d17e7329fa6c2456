import { eagerly } from "../../../nn/engine/eagerly.js";
import type { HostTensors } from "../../../nn/hostTensor.js";
import type { Key } from "../../../random/key.js";
import { normal } from "../../../random/normal.js";
import { requireBodies } from "../../../simulators/particles/requireBodies.js";
import { bodyBatch, bodySample, LAYERS } from "./bodyBatch.js";
import { requireFiniteNoise } from "../requireFiniteNoise.js";
import { requireParameters } from "../requireParameters.js";
import { requireTaken } from "../requireTaken.js";
import { advanceBodies, type IncrementScales, VECTORS } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";
import { type CompiledBodySteps, compiledBodySteps } from "./compiledBodySteps.js";
import type { CoupledKernel } from "./coupledKernel.js";

/** A learned model as a transition kernel. */
export interface BodyKernel extends CoupledKernel {
  /**
   * Many steps at once: states, each of shape [n, 7], and noise for each → next states. A state that is not finite
   * gives one that is not finite, so that one unstable rollout does not end the others.
   */
  readonly stepAll: (states: readonly Float64Array[], noise: readonly Float64Array[]) => Float64Array[];
  /** The same steps for batches of one size, several times as fast where the backend in use compiles; to be released. */
  readonly compiled: (batch: number) => CompiledBodySteps;
}

/**
 * A model of bodies, ready for rollouts: its steps run on the active backend.
 *
 * x' = advance(x, sample), the sample of `bodyStep`; integrated in float64, predicted in float32
 *
 * @param model the model
 * @param parts its parameters, the scales of its increments, the number n of bodies, and the law of initial states
 * @returns the kernel
 * @throws RangeError if the model does not take n bodies, or the parameters are not its own; from its members if a state is
 *   not n rows of finite numbers with positive masses, or noise is not finite numbers of shape [4, n, 3]
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
  requireTaken(model, { bodies });
  requireParameters(model, parameters);
  const noise = (key: Key): Float64Array => {
    const stream = key.stream();
    return new Float64Array(LAYERS * bodies * 3).map(() => normal(stream));
  };
  const sample = bodySample(model, parameters);
  const stepAll = (states: readonly Float64Array[], draws: readonly Float64Array[]): Float64Array[] => {
    const { data } = eagerly(sample, bodyBatch(states, draws, bodies)).sample;
    const width = bodies * VECTORS * 3;
    return states.map((state, b) => advanceBodies(state, data.subarray(b * width, (b + 1) * width), scales));
  };
  const stepWithNoise = (state: Float64Array, draws: Float64Array): Float64Array => {
    requireBodies(state, bodies);
    requireFiniteNoise(draws);
    const [next] = stepAll([state], [draws]);
    return next;
  };
  return {
    id: `body-kernel(${model.id})`,
    init,
    noise,
    stepWithNoise,
    stepAll,
    compiled: (batch) => compiledBodySteps(model, parts, batch),
    step: (key, state) => stepWithNoise(state, noise(key)),
  };
}
