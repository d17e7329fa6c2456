import { type AdamState, adamStart } from "./adam.js";
import { download, type HostTensors, upload } from "./hostTensor.js";
import type { Stepper } from "./stepper.js";
import { tf } from "./tf.js";
import { type Objective, trainingStep } from "./trainingStep.js";

/**
 * Training kernel by kernel, on the active backend.
 *
 * @param parameters where it starts
 * @param objective what it minimises
 * @returns the training before its first step
 */
export function eagerStepper(parameters: HostTensors, objective: Objective): Stepper {
  let state: AdamState = adamStart(upload(parameters));
  let unread: tf.Scalar[] = [];
  return {
    step: async (inputs, { stepSize, keep }) => {
      const done = tf.tidy(() => trainingStep(objective, state, upload(inputs), { stepSize: tf.scalar(stepSize), keep: tf.scalar(keep) }));
      tf.dispose(state);
      state = done.state;
      unread.push(done.loss);
    },
    losses: async () => {
      if (unread.length === 0) return [];
      const stacked = tf.stack(unread);
      tf.dispose(unread);
      unread = [];
      const values = [...(await stacked.data())];
      stacked.dispose();
      return values;
    },
    parameters: () => download(state.parameters),
    dispose: async () => tf.dispose([state, unread]),
  };
}
