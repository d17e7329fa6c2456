import { adamRates } from "./adam.js";
import { runtimeInUse } from "./backend.js";
import { eagerStepper } from "./eagerStepper.js";
import { compiledStepper } from "./engine/compiledStepper.js";
import { NotTraceable } from "./engine/notTraceable.js";
import { allFinite } from "./engine/step/allFinite.js";
import type { Checkpoints } from "./checkpoint/checkpoints.js";
import type { LossEntry, TrainingState } from "./checkpoint/trainingState.js";
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
  /** c > 0, the length to which the gradients of all parameters together are clipped; they are not if it is not given. */
  readonly gradientNorm?: number;
  /** Whether it runs kernel by kernel also where compiling its step would pay, to see what it does. */
  readonly isEager?: boolean;
  /** Where the state is kept, and found again after an interruption; nowhere if not given. */
  readonly checkpoints?: Checkpoints;
  /** Hears the number of steps done, the mean loss of the group that ended, and the number of all steps; every 50 steps. */
  readonly progress?: (step: number, loss: number, steps: number) => void;
}

/** Where training ended, and the mean loss of each group of 50 steps. */
export interface Trained {
  readonly parameters: HostTensors;
  /** Mean loss over the steps since the entry before; `step` counts the steps done. */
  readonly losses: readonly LossEntry[];
}

/**
 * Minimise a loss with Adam, on the backend in use.
 *
 * With a runtime the step is compiled where there are enough steps to pay for that; a step that cannot be
 * compiled runs on TensorFlow.js, with one line on standard error that says why. A deterministic loop: equal tasks
 * give equal results on one machine and backend, bit for bit. So does a training that goes on from its checkpoint,
 * where all inputs have one set of shapes.
 *
 * @param task start, loss, data and learning rates
 * @returns the trained parameters and the course of the loss
 * @throws RangeError if the number of steps, a learning rate, the weight decay or the gradient norm is out of its domain, or more
 *   steps are done already
 * @throws BadCheckpoint if a state cannot be kept or gone on from, as its checkpoints say
 * @throws Error naming the step, counted from 0, if the loss is not finite there, or a parameter after it; parameters are
 *   looked at once in 50 steps, and the error says when they were finite
 */
export async function train(task: TrainingTask): Promise<Trained> {
  if (!Number.isInteger(task.steps) || task.steps < 1) {
    throw new RangeError(`steps must be an integer ≥ 1, got ${task.steps}`);
  }
  const { objective, weightDecay = 0, gradientNorm } = task;
  const from = await startOf(task);
  const { parameters, losses } = from;
  if (from.step === task.steps) return { parameters, losses };
  const means = from.step > 0 ? from : undefined;
  const last = losses.at(-1);
  if (last !== undefined) task.progress?.(from.step, last.loss, task.steps);
  const runtime = runtimeInUse();
  if (runtime !== undefined && task.isEager !== true && task.steps >= runtime.paysAfter) {
    try {
      return await run(task, from, compiledStepper(parameters, objective, { decays: weightDecay > 0, gradientNorm, runtime, means }));
    } catch (error) {
      if (!(error instanceof NotTraceable)) throw error;
      console.warn(`simverdict: a training step runs on TensorFlow.js, since it cannot be compiled: ${error.message}`);
    }
  }
  return run(task, from, eagerStepper(parameters, objective, gradientNorm, means));
}

async function run(task: TrainingTask, from: TrainingState, stepper: Stepper): Promise<Trained> {
  const losses = [...from.losses];
  let kept = from.step;
  try {
    for (let step = from.step; step < task.steps; step++) {
      await stepper.step(task.inputs(step), adamRates(task.learningRate(step), task.weightDecay ?? 0, step + 1));
      const done = step + 1;
      if (done % CHECK_EVERY > 0 && done < task.steps) continue;
      const loss = meanLoss(await stepper.losses(), done);
      checkFinite(stepper.parameters(), step, losses.at(-1)?.step ?? 0);
      losses.push({ step: done, loss });
      task.progress?.(done, loss, task.steps);
      if (task.checkpoints === undefined || (done - kept < task.checkpoints.every && done < task.steps)) continue;
      await task.checkpoints.save({ step: done, ...stepper.state(), losses: [...losses] });
      kept = done;
    }
    return { parameters: stepper.parameters(), losses };
  } finally {
    await stepper.dispose();
  }
}

/** The state that was kept last, or the one at the start. */
async function startOf({ parameters, steps, checkpoints }: TrainingTask): Promise<TrainingState> {
  const kept = await checkpoints?.load(parameters);
  if (kept !== undefined && kept.step > steps) throw new RangeError(`steps must be >= ${kept.step}, which are done already, got ${steps}`);
  return kept ?? { step: 0, parameters, first: {}, second: {}, losses: [] };
}

/** The mean of the losses since the last look, each of which must be finite. */
function meanLoss(values: readonly number[], done: number): number {
  const bad = values.findIndex((loss) => !Number.isFinite(loss));
  if (bad >= 0) throw new Error(`the loss is ${values[bad]} at step ${done - values.length + bad}`);
  return values.reduce((sum, loss) => sum + loss, 0) / values.length;
}

/** A loss may stay finite where a parameter does not: some backends take the larger of NaN and 0 to be 0. */
function checkFinite(parameters: HostTensors, step: number, known: number): void {
  const bad = Object.keys(parameters).find((name) => !allFinite(parameters[name].data));
  if (bad === undefined) return;
  const since = known === 0 ? "at the start" : `after step ${known - 1}`;
  throw new Error(`${bad} is not finite after step ${step}${known < step ? `, but was ${since}` : ""}`);
}
