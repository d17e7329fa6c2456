import type { TrainingTask } from "../training.js";
import type { KeepTraining, TrainingIdentity } from "./checkpoints.js";

/** What long trainings are given by those who run them. */
export interface TrainingAid {
  /** Where trainings keep their states; they begin anew after an interruption if it is not given. */
  readonly checkpoints?: KeepTraining;
  /** Hears how a training goes on, as that of `TrainingTask`. */
  readonly progress?: NonNullable<TrainingTask["progress"]>;
}

/**
 * The part of a training task that keeps and shows the training.
 *
 * @param aid what there is for it
 * @param identity what tells this training from others
 * @returns the fields of the task
 */
export function aidedTraining({ checkpoints, progress }: TrainingAid, identity: TrainingIdentity): Pick<TrainingTask, "checkpoints" | "progress"> {
  return { ...(checkpoints && { checkpoints: checkpoints(identity) }), ...(progress && { progress }) };
}
