import type { RolloutSteps } from "../../../simulators/rolloutEnsemble.js";
import { compiledAsNeeded } from "../compiledAsNeeded.js";
import type { BodyKernel } from "./bodyKernel.js";

/** Most states in a batch. */
const MOST = 256;

/**
 * A model of bodies, ready for an ensemble of rollouts.
 *
 * A state is stable while all of its numbers are finite as float32, which is what the model is shown of it
 *
 * @param kernel the model
 * @param options noise: `latents` leaves out that of increments, which follow the mean of the decoder given drawn latents, as
 *   in the released code (`sample_from_pred=False`); `none` that of latents too, which follow the mean of the prior. Neither
 *   is a draw from the law that was trained; `drawn` if not given
 * @returns how rollouts go on: compiled where the backend in use compiles, until released
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (rollouts)
 */
export function bodyRolloutSteps(kernel: BodyKernel, options: { readonly noise?: "drawn" | "latents" | "none" } = {}): RolloutSteps<Float64Array> {
  const { noise: kept = "drawn" } = options;
  const { stepsFor, release } = compiledAsNeeded((batch) => kernel.compiled(batch));
  return {
    stepAll: (states, keys) => {
      const noise = keys.map((key) => kernel.noise(key));
      // the first half is that of latents
      if (kept !== "drawn") for (const draws of noise) draws.fill(0, kept === "none" ? 0 : draws.length / 2);
      return stepsFor(states.length, MOST).stepAll(states, noise);
    },
    isStable: (state) => state.every((value) => Number.isFinite(Math.fround(value))),
    release,
  };
}
