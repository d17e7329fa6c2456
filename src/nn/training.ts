import { type AdamState, adamRates, adamStart } from "./adam.js";
import { download, type HostTensors, upload } from "./hostTensor.js";
import { tf } from "./tf.js";
import { type Objective, trainingStep } from "./trainingStep.js";

/** Losses are read from the backend, and checked, once in this many steps. */
const CHECK_EVERY = 50;

/** What to minimise, from where, with which data. */
export interface TrainingTask {
  /** Where training starts. */
  readonly parameters: HostTensors;
  readonly objective: Objective;
  /** Number of steps, an integer ≥ 1. */
  readonly steps: number;
  /** Data and noise of a step, counted from 0; a pure function. */
  readonly inputs: (step: number) => HostTensors;
  /** Learning rate of a step, counted from 0: positive. */
  readonly learningRate: (step: number) => number;
  /** λ ≥ 0, the decoupled decay of weight matrices; 0 if not given. */
  readonly weightDecay?: number;
}

/** Where training ended, and the mean loss of each group of 50 steps. */
export interface Trained {
  readonly parameters: HostTensors;
  /** Mean loss over the steps since the entry before; `step` counts the steps done. */
  readonly losses: readonly { readonly step: number; readonly loss: number }[];
}

/**
 * Minimise a loss with Adam, on the active backend.
 *
 * A deterministic loop: equal tasks give equal results, bit for bit, on the WASM and JavaScript backends.
 *
 * @param task start, loss, data and learning rates
 * @returns the trained parameters and the course of the loss
 * @throws RangeError if the number of steps, a learning rate or the weight decay is out of its domain
 * @throws Error naming the step if the loss is not finite
 */
export async function train(task: TrainingTask): Promise<Trained> {
  if (!Number.isInteger(task.steps) || task.steps < 1) {
    throw new RangeError(`steps must be an integer ≥ 1, got ${task.steps}`);
  }
  let state: AdamState = adamStart(upload(task.parameters));
  let unread: tf.Scalar[] = [];
  const losses: { step: number; loss: number }[] = [];
  try {
    for (let step = 0; step < task.steps; step++) {
      const done = tf.tidy(() => {
        const { stepSize, keep } = adamRates(task.learningRate(step), task.weightDecay ?? 0, step + 1);
        const rates = { stepSize: tf.scalar(stepSize), keep: tf.scalar(keep) };
        return trainingStep(task.objective, state, upload(task.inputs(step)), rates);
      });
      tf.dispose(state);
      state = done.state;
      unread.push(done.loss);
      if (unread.length === CHECK_EVERY || step === task.steps - 1) {
        const values = await readScalars(unread);
        unread = [];
        const bad = values.findIndex((loss) => !Number.isFinite(loss));
        if (bad >= 0) throw new Error(`the loss is ${values[bad]} at step ${step + 1 - values.length + bad}`);
        losses.push({ step: step + 1, loss: values.reduce((sum, loss) => sum + loss, 0) / values.length });
      }
    }
    return { parameters: finite(download(state.parameters)), losses };
  } finally {
    tf.dispose([state, unread]);
  }
}

async function readScalars(scalars: tf.Scalar[]): Promise<number[]> {
  const stacked = tf.stack(scalars);
  tf.dispose(scalars);
  const values = [...(await stacked.data())];
  stacked.dispose();
  return values;
}

/** The last update comes after the last loss, so its outcome is checked by itself. */
function finite(parameters: HostTensors): HostTensors {
  for (const [name, { data }] of Object.entries(parameters)) {
    if (!data.every(Number.isFinite)) throw new Error(`${name} is not finite after the last step`);
  }
  return parameters;
}
