import type { AdamRates } from "./adam.js";
import type { HostTensors } from "./hostTensor.js";

/** A training in progress: it holds the parameters and their running means, wherever they are. */
export interface Stepper {
  /** Make one step with these inputs and rates. */
  readonly step: (inputs: HostTensors, rates: AdamRates) => Promise<void>;
  /** The loss of every step since the last call, each at the parameters before the step. */
  readonly losses: () => Promise<number[]>;
  /** The parameters now. */
  readonly parameters: () => HostTensors;
  /** Free everything. */
  readonly dispose: () => Promise<void>;
}
