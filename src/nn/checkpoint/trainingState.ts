import type { HostTensors } from "../hostTensor.js";

/** Mean loss over the steps since the entry before; `step` counts the steps done. */
export interface LossEntry {
  readonly step: number;
  readonly loss: number;
}

/** A training between two steps: all that its rest depends on, beside its task. */
export interface TrainingState {
  /** Number of steps done. */
  readonly step: number;
  readonly parameters: HostTensors;
  /** Adam's running means of the gradients, and of their squares, named and shaped as the parameters. */
  readonly first: HostTensors;
  readonly second: HostTensors;
  readonly losses: readonly LossEntry[];
}
