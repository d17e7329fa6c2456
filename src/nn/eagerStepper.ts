import { type AdamState, adamStart } from "./adam.js";
import { download, type HostTensors, upload } from "./hostTensor.js";
import type { Stepper, StepperState } from "./stepper.js";
import { tf } from "./tf.js";
import { type Objective, trainingStep } from "./trainingStep.js";

/**
 * Training kernel by kernel, on the active backend.
 *
 * @param parameters where it starts
 * @param objective what it minimises
 * @param gradientNorm as in `trainingStep`
 * @param means Adam's running means, where it goes on; zero if not given
 * @returns the training before its first step
 */
export function eagerStepper(parameters: HostTensors, objective: Objective, gradientNorm?: number, means?: Omit<StepperState, "parameters">): Stepper {
  let state: AdamState = means ? { parameters: upload(parameters), first: upload(means.first), second: upload(means.second) } : adamStart(upload(parameters));
  let unread: tf.Scalar[] = [];
  return {
    step: async (inputs, { stepSize, keep }) => {
      const done = tf.tidy(() => {
        const rates = { stepSize: tf.scalar(stepSize), keep: tf.scalar(keep) };
        return trainingStep(objective, state, upload(inputs), rates, gradientNorm);
      });
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
    state: () => ({ parameters: download(state.parameters), first: download(state.first), second: download(state.second) }),
    dispose: async () => tf.dispose([state, unread]),
  };
}
