import type { Key } from "../../random/key.js";
import type { HostTensors } from "../hostTensor.js";
import type { TrainingState } from "./trainingState.js";

/** Where one training keeps its state, to go on from there after an interruption. */
export interface Checkpoints {
  /** The number of steps after which the state is due again: an integer ≥ 1. It is kept at the end of training too. */
  readonly every: number;
  /** The state that was kept last, of a training that started from these parameters; undefined if none was. */
  readonly load: (start: HostTensors) => Promise<TrainingState | undefined>;
  /** Keep a state in the place of the one before, whole or not at all. */
  readonly save: (state: TrainingState) => Promise<void>;
}

/** What tells one training from another. */
export interface TrainingIdentity {
  /** Id of the model. */
  readonly model: string;
  /** Names all randomness of the training; no other training has it. */
  readonly key: Key;
  /** All else that its course depends on, data included: plain data and typed arrays, as `contentDigest` takes them. */
  readonly settings: unknown;
}

/** Gives each training the checkpoints of its own. */
export type KeepTraining = (identity: TrainingIdentity) => Checkpoints;
