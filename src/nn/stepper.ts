import type { AdamRates } from "./adam.js";
import type { HostTensors } from "./hostTensor.js";

/** What a training carries from step to step: parameters, and Adam's running means of gradients and of their squares. */
export interface StepperState {
  readonly parameters: HostTensors;
  readonly first: HostTensors;
  readonly second: HostTensors;
}

/** A training in progress: it holds the parameters and their running means, wherever they are. */
export interface Stepper {
  /** Make one step with these inputs and rates. */
  readonly step: (inputs: HostTensors, rates: AdamRates) => Promise<void>;
  /** The loss of every step since the last call, each at the parameters before the step. */
  readonly losses: () => Promise<number[]>;
  /** The parameters now. */
  readonly parameters: () => HostTensors;
  /** All that the next steps depend on: a stepper that starts from it makes the same ones, bit for bit. */
  readonly state: () => StepperState;
  /** Free everything. */
  readonly dispose: () => Promise<void>;
}
