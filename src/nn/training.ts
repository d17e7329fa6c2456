import { adamRates } from "./adam.js";
import { runtimeInUse } from "./backend.js";
import { eagerStepper } from "./eagerStepper.js";
import { compiledStepper } from "./engine/compiledStepper.js";
import { NotTraceable } from "./engine/notTraceable.js";
import type { HostTensors } from "./hostTensor.js";
import type { Stepper } from "./stepper.js";
import type { Objective } from "./trainingStep.js";

/** Losses are read, and they and the parameters checked, once in this many steps. */
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
 * Minimise a loss with Adam, on the backend in use.
 *
 * With an ONNX runtime the step is compiled where there are enough steps to pay for that; a step that cannot be
 * compiled runs on TensorFlow.js, with one line on standard error that says why. A deterministic loop: equal tasks
 * give equal results on one machine and backend, bit for bit.
 *
 * @param task start, loss, data and learning rates
 * @returns the trained parameters and the course of the loss
 * @throws RangeError if the number of steps, a learning rate or the weight decay is out of its domain
 * @throws Error naming the step, counted from 0, if the loss is not finite there, or a parameter after it
 */
export async function train(task: TrainingTask): Promise<Trained> {
  if (!Number.isInteger(task.steps) || task.steps < 1) {
    throw new RangeError(`steps must be an integer ≥ 1, got ${task.steps}`);
  }
  const { parameters, objective, weightDecay = 0 } = task;
  const runtime = runtimeInUse();
  if (runtime !== undefined && task.steps >= runtime.paysAfter) {
    try {
      return await run(task, compiledStepper(parameters, objective, { decays: weightDecay > 0, runtime }));
    } catch (error) {
      if (!(error instanceof NotTraceable)) throw error;
      console.warn(`simverdict: a training step runs on TensorFlow.js, since it cannot be compiled: ${error.message}`);
    }
  }
  return run(task, eagerStepper(parameters, objective));
}

async function run(task: TrainingTask, stepper: Stepper): Promise<Trained> {
  const losses: { step: number; loss: number }[] = [];
  try {
    for (let step = 0; step < task.steps; step++) {
      await stepper.step(task.inputs(step), adamRates(task.learningRate(step), task.weightDecay ?? 0, step + 1));
      const done = step + 1;
      if (done % CHECK_EVERY > 0 && done < task.steps) continue;
      const values = await stepper.losses();
      const bad = values.findIndex((loss) => !Number.isFinite(loss));
      if (bad >= 0) throw new Error(`the loss is ${values[bad]} at step ${done - values.length + bad}`);
      checkFinite(stepper.parameters(), step);
      losses.push({ step: done, loss: values.reduce((sum, loss) => sum + loss, 0) / values.length });
    }
    return { parameters: stepper.parameters(), losses };
  } finally {
    await stepper.dispose();
  }
}

/** A loss may stay finite where a parameter does not: some backends take the larger of NaN and 0 to be 0. */
function checkFinite(parameters: HostTensors, step: number): void {
  for (const [name, { data }] of Object.entries(parameters)) {
    if (!data.every(Number.isFinite)) throw new Error(`${name} is not finite after step ${step}`);
  }
}
