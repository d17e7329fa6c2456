import { runtimeInUse } from "../../../nn/backend.js";
import { compileStep } from "../../../nn/engine/compileStep.js";
import type { HostTensors } from "../../../nn/hostTensor.js";
import { bodyBatch, bodySample } from "./bodyBatch.js";
import { advanceBodies, type IncrementScales, VECTORS } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";

/** Steps of a model for batches of one size; their owner releases them. */
export interface CompiledBodySteps {
  /** As that of `BodyKernel`; fewer states than a batch are filled up, more take several batches. */
  readonly stepAll: (states: readonly Float64Array[], noise: readonly Float64Array[]) => Promise<Float64Array[]>;
  readonly release: () => Promise<void>;
}

/**
 * The steps of a model, compiled once for batches of one size, where the backend in use has a runtime.
 *
 * x' = advance(x, sample) for every row, as `bodyKernel` has it, up to float32 rounding of increments; a state that is not
 * finite gives one that is not finite
 *
 * @param model the model
 * @param parts its parameters, the scales of its increments, and the number n of bodies
 * @param batch B, rows that are computed together, an integer ≥ 1
 * @returns the steps; the first one compiles, which takes as long as some dozen steps
 * @throws RangeError if B is not an integer ≥ 1; from `stepAll`, if a state or noise has another shape
 */
export function compiledBodySteps(
  model: BodyModel,
  { parameters, scales, bodies }: { readonly parameters: HostTensors; readonly scales: IncrementScales; readonly bodies: number },
  batch: number,
): CompiledBodySteps {
  if (!(Number.isSafeInteger(batch) && batch >= 1)) throw new RangeError(`batch must be an integer >= 1, got ${batch}`);
  const { run, release } = compileStep(bodySample(model, parameters), { runtime: runtimeInUse() });
  const width = bodies * VECTORS * 3;
  return {
    stepAll: async (states, noise) => {
      if (noise.length !== states.length) throw new RangeError(`noise must be given for ${states.length} states, got ${noise.length}`);
      const next: Float64Array[] = [];
      for (let start = 0; start < states.length; start += batch) {
        const some = states.slice(start, start + batch);
        const { sample } = await run(bodyBatch(some, noise.slice(start, start + batch), bodies, batch));
        next.push(...some.map((state, b) => advanceBodies(state, sample.data.subarray(b * width, (b + 1) * width), scales)));
      }
      return next;
    },
    release,
  };
}
