import { runtimeInUse } from "../backend.js";
import type { HostTensor, HostTensors } from "../hostTensor.js";
import type { tf } from "../tf.js";
import { type Compiled, compile } from "./compile.js";
import type { CompileCost } from "./compileCost.js";
import { NotTraceable } from "./notTraceable.js";
import type { StepRuntime } from "./runtime/stepRuntime.js";
import { allFinite } from "./step/allFinite.js";
import { StepCache } from "./step/stepCache.js";
import { taskQueue } from "./step/taskQueue.js";
import { compiledOnVariables, eagerlyOnVariables, releaseVariables, settleVariables, type StepResult } from "./step/variableState.js";
import { countIteration, settingsOf, watchOptimisers } from "./step/watchOptimisers.js";
import { specKey, tensorSpecs } from "./tensorSpecs.js";
import type { TensorFunction } from "./trace.js";

/** A step that keeps its state between calls. */
export interface StepRunner {
  /**
   * Make one step: its inputs → its outputs. A call waits for the calls before it, of this and of other steps. It
   * rejects with an Error that names the step, counted from 0, if a variable that it assigned is not finite after it, or
   * a scalar output, such as the loss, is not. A step that assigns no variable may give infinite outputs, but not NaN.
   */
  readonly run: (inputs: HostTensors) => Promise<HostTensors>;
  /** Write the state back into the variables, so that they can be read: that of all steps, since they may share variables. */
  readonly settle: () => void;
  /** Settle, and free everything else. */
  readonly release: () => Promise<void>;
}

/** How a step is run. */
export interface StepOptions {
  /** What it runs on; without a runtime it runs eagerly. */
  readonly runtime: StepRuntime | undefined;
  /** How often it will run; too seldom to pay for compiling it, and it runs eagerly. Very often if not given. */
  readonly steps?: number;
  /** Takes the line that says why a step runs eagerly; a warning on standard error if not given. */
  readonly say?: (line: string) => void;
  /** Takes what compiling has cost, each time; `describeCost` makes a line of it. */
  readonly compiled?: (cost: CompileCost) => void;
  /** The time in milliseconds, so that the cost has one. */
  readonly clock?: () => number;
}

/** A compiled step, and the optimisers that apply gradients in it, each as often as it does. */
interface CompiledStep extends Compiled {
  readonly optimisers: readonly tf.Optimizer[];
}

/** One queue for the steps of the process: they may share variables, and a runtime has one thread anyway. */
const inTurn = taskQueue();

/**
 * Compile a training step written in plain TensorFlow.js, with variables as its state.
 *
 * Models of `tf.layers` and optimisers of `tf.train` keep their state in variables. The step becomes a graph with the
 * variables' elements as inputs and outputs: the variables themselves change only when the state is settled. The graph is
 * compiled for the input shapes of the first call at once, and for others when they have come often enough to pay for
 * it; until then they run eagerly. So it is with the settings of an optimiser, such as its learning rate, which are
 * constants of the graph: what changes from step to step should be an input. All other numbers that the step
 * captures must stay as they are. A step that cannot be compiled runs eagerly, and says why once.
 *
 * @param step a synchronous function of named tensors
 * @param options what it runs on, and how often; the runtime in use, and very often, if not given
 * @returns the step; its owner releases it
 */
export function compileStep(step: TensorFunction, options: StepOptions = { runtime: runtimeInUse() }): StepRunner {
  const { runtime, steps = Infinity, say = console.warn, clock } = options;
  const cache = new StepCache<CompiledStep>(runtime?.paysAfter ?? Infinity);
  const known = new Set<tf.Optimizer>();
  let settings = "";
  let isChangeSaid = false;
  let count = 0;
  let isEager = runtime === undefined || steps < runtime.paysAfter;

  const compiledFor = async (inputs: HostTensors): Promise<CompiledStep | undefined> => {
    if (runtime === undefined || isEager) return undefined;
    const specs = tensorSpecs(inputs);
    const settingsNow = (): string => [...known].map(settingsOf).join("; ");
    if (!isChangeSaid && settings !== settingsNow()) {
      isChangeSaid = true;
      say(`simverdict: the settings of an optimiser have changed: a step runs on TensorFlow.js until the same have come ${runtime.paysAfter} times`);
    }
    const make = async (): Promise<CompiledStep> => {
      let optimisers: tf.Optimizer[] = [];
      const watched: TensorFunction = (given) => {
        optimisers = [];
        return watchOptimisers(() => step(given), (optimiser) => optimisers.push(optimiser));
      };
      const compiled = await compile(watched, specs, runtime, clock);
      options.compiled?.(compiled);
      for (const optimiser of optimisers) known.add(optimiser);
      settings = settingsNow();
      return { ...compiled, optimisers };
    };
    try {
      return await cache.find(() => `${specKey(specs)} ${settingsNow()}`, make);
    } catch (error) {
      if (!(error instanceof NotTraceable)) throw error;
      isEager = true;
      say(`simverdict: a step runs on TensorFlow.js, since it cannot be compiled: ${error.message}`);
      return undefined;
    }
  };

  const run = async (inputs: HostTensors): Promise<HostTensors> => {
    const compiled = await compiledFor(inputs);
    const result = compiled === undefined ? eagerlyOnVariables(step, inputs) : await compiledOnVariables(compiled, inputs);
    compiled?.optimisers.forEach(countIteration);
    checkFinite(result, count++);
    return result.outputs;
  };

  return {
    run: (inputs) => inTurn(() => run(inputs)),
    settle: settleVariables,
    release: () =>
      inTurn(async () => {
        await cache.release();
        releaseVariables();
      }),
  };
}

function checkFinite({ outputs, assigned }: StepResult, step: number): void {
  const variables = Object.entries(assigned);
  const isBad = ([value]: HostTensor["data"]): boolean => (variables.length > 0 ? !Number.isFinite(value) : Number.isNaN(value));
  for (const [name, { data, shape }] of Object.entries(outputs)) {
    if (shape.length === 0 && isBad(data)) throw new Error(`${name} is ${data[0]} at step ${step}`);
  }
  for (const [name, { data }] of variables) {
    if (!allFinite(data)) throw new Error(`${name} is not finite after step ${step}`);
  }
}
