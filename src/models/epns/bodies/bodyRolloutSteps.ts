import type { RolloutSteps } from "../../../simulators/rolloutEnsemble.js";
import type { BodyKernel } from "./bodyKernel.js";

/**
 * A model of bodies, ready for an ensemble of rollouts.
 *
 * A state is stable while all of its numbers are finite as float32, which is what the model is shown of it
 *
 * @param kernel the model
 * @param options noise: `none` leaves out all noise, of latents and of increments, so that rollouts follow the means of
 *   prior and decoder, which is no draw from the model; `drawn` if not given
 * @returns how rollouts go on
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (rollouts)
 */
export function bodyRolloutSteps(kernel: BodyKernel, options: { readonly noise?: "drawn" | "none" } = {}): RolloutSteps<Float64Array> {
  const isSilent = options.noise === "none";
  return {
    stepAll: (states, keys) => {
      const noise = keys.map((key) => kernel.noise(key));
      return kernel.stepAll(states, isSilent ? noise.map((draws) => draws.fill(0)) : noise);
    },
    isStable: (state) => state.every((value) => Number.isFinite(Math.fround(value))),
  };
}
