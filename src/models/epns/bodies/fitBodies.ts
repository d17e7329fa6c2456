import { selectBackend } from "../../../nn/backend.js";
import { aidedTraining } from "../../../nn/checkpoint/trainingAid.js";
import { epochBatches } from "../../../nn/epochBatches.js";
import type { HostTensors } from "../../../nn/hostTensor.js";
import { train, type Trained } from "../../../nn/training.js";
import type { Key } from "../../../random/key.js";
import { boundLoss } from "../boundLoss.js";
import { type EpnsTraining, epnsTraining } from "../epnsTraining.js";
import { noiseTensor } from "../../../nn/noiseTensor.js";
import { requireTaken } from "../requireTaken.js";
import type { IncrementScales } from "./bodyIncrements.js";
import type { BodyModel } from "./bodyModel.js";
import { bodyWindows, trajectoryTransitions } from "./bodyWindows.js";
import { incrementScales } from "./incrementScales.js";
import { unrolledBound } from "./unrolledBound.js";

/** How a model of bodies is trained. */
export interface BodyTraining extends EpnsTraining {
  /** Δt, the time between observations, positive. */
  readonly dt: number;
  /** Whether every window is turned by a fresh uniform element of O(3), for models that are not equivariant; not if not given. */
  readonly augmentation?: "rotation";
}

/** A trained model of bodies; with `bodies` and `init` it makes a `bodyKernel`. */
export interface FittedBodies {
  readonly model: BodyModel;
  readonly parameters: HostTensors;
  readonly scales: IncrementScales;
  /** Course of the loss. */
  readonly losses: Trained["losses"];
}

/**
 * Train a model of bodies on trajectories.
 *
 * min E[β(t) Σ_l max(λ, KL_l) − log p(x' | z, h)], in nats per body, over windows of T transitions, by the rules of
 * `epnsTraining`. One-step training (T = 1) maximises the evidence bound of transitions; with T > 1 the model is unrolled
 * on its own samples as `unrolledBound` says. Batches are reshuffled passes over all windows; all noise is fresh.
 *
 * @param model what is trained
 * @param trajectories at least one of T + 1 or more states, rows [m, x, y, z, vx, vy, vz], shape [n, 7]
 * @param options the rules, Δt, the augmentation, and where the training is kept and shown
 * @param key names everything random: "parameters", "batches", "latents", "noise", "rotations"
 * @returns the trained model, and the scales of its increments, taken from these trajectories
 * @throws RangeError if an option is out of its domain, there is no trajectory, one is shorter than the horizon needs, a
 *   state is not finite or has another number of bodies than the others or than the model takes, a mass changes within a
 *   trajectory, or nothing moves
 * @throws BadCheckpoint if a checkpoint cannot be kept, or is of another training
 * @throws Error naming the step if the loss is not finite
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (training of EPNS and PNS)
 */
export async function fitBodies(
  model: BodyModel,
  trajectories: readonly (readonly Float64Array[])[],
  options: BodyTraining,
  key: Key,
): Promise<FittedBodies> {
  const { options: settings, rules, klWeight } = epnsTraining(options);
  const { batch, freeBits, horizon } = settings;
  const { dt, augmentation } = options;
  if (augmentation !== undefined && augmentation !== "rotation") {
    throw new RangeError(`augmentation must be "rotation" or not given, got ${String(augmentation)}`);
  }
  const transitions = trajectoryTransitions(trajectories, horizon);
  const scales = incrementScales(transitions.flat(), dt);
  const windows = bodyWindows(transitions, scales, horizon);
  const batchOf = epochBatches(windows.count, batch, key.fold("batches"));
  requireTaken(model, windows);
  await selectBackend();

  const { parameters, losses } = await train({
    ...rules,
    ...aidedTraining(options, { model: model.id, key, settings: { ...settings, dt, augmentation, trajectories } }),
    parameters: model.init(key.fold("parameters")),
    objective: (p, inputs) => boundLoss(unrolledBound(model, p, inputs, scales), inputs.klWeight, freeBits),
    inputs: (step) => {
      const turn = augmentation === undefined ? undefined : key.fold("rotations").fold(step).stream();
      const shape = [batch, horizon, windows.bodies, 2, 3];
      return {
        ...windows.batch(batchOf(step), turn),
        latents: noiseTensor(key.fold("latents").fold(step), shape),
        ...(horizon > 1 && { noise: noiseTensor(key.fold("noise").fold(step), shape) }),
        klWeight: klWeight(step),
      };
    },
  });
  return { model, parameters, scales, losses };
}
