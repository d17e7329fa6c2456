import type { HostTensor, HostTensors } from "../hostTensor.js";
import { tf } from "../tf.js";
import { type Compiled, compile } from "./compile.js";
import { eagerly } from "./eagerly.js";
import { NotTraceable } from "./notTraceable.js";
import type { OnnxRuntime } from "./runtime/onnxRuntime.js";
import { specKey, tensorSpecs } from "./tensorSpecs.js";
import type { TensorFunction } from "./trace.js";

const READ = "variable/";
const ASSIGNED = "assigned/";

/** A step that keeps its state between calls. */
export interface StepRunner {
  /**
   * Make one step: its inputs → its outputs. Rejects with an Error that names the step, counted from 0, if a scalar
   * output, such as the loss, is not finite.
   */
  readonly run: (inputs: HostTensors) => Promise<HostTensors>;
  /** Write the state back into the variables, so that they can be read; throws an Error if it is not finite, naming the last step. */
  readonly settle: () => void;
  /** Settle, and free everything else. */
  readonly release: () => Promise<void>;
}

/** How a step is run. */
export interface StepOptions {
  /** What it runs on; without a runtime it runs eagerly. */
  readonly runtime: OnnxRuntime | undefined;
  /** How often it will run; too seldom to pay for compiling it, and it runs eagerly. Very often if not given. */
  readonly steps?: number;
  /** Takes the line that says why a step runs eagerly; a warning on standard error if not given. */
  readonly say?: (line: string) => void;
}

/**
 * Compile a training step written in plain TensorFlow.js, with variables as its state.
 *
 * Models of `tf.layers` and optimisers of `tf.train` keep their state in variables. The step becomes a graph, compiled
 * once for each set of input shapes, with the variables' elements as inputs and outputs: the variables themselves
 * change only when the state is settled.
 * Numbers that the step captures, such as an optimiser's learning rate, are constants of the graph; what changes
 * from step to step must be an input. A step that cannot be compiled runs eagerly, and says why once.
 *
 * @param step a synchronous function of named tensors
 * @param options what it runs on, and how often
 * @returns the step; its owner releases it
 */
export function compileStep(step: TensorFunction, { runtime, steps = Infinity, say = console.warn }: StepOptions): StepRunner {
  const state = new VariableState();
  const compiled = new Map<string, Compiled>();
  let count = 0;
  let isEager = runtime === undefined || steps < runtime.paysAfter;

  const compiledFor = async (inputs: HostTensors): Promise<Compiled | undefined> => {
    if (runtime === undefined || isEager) return undefined;
    const specs = tensorSpecs(inputs);
    const key = specKey(specs);
    try {
      const made = compiled.get(key) ?? (await compile(step, specs, runtime));
      compiled.set(key, made);
      return made;
    } catch (error) {
      if (!(error instanceof NotTraceable)) throw error;
      isEager = true;
      say(`simverdict: a step runs on TensorFlow.js, since it cannot be compiled: ${error.message}`);
      return undefined;
    }
  };

  return {
    run: async (inputs) => {
      const run = await compiledFor(inputs);
      let outputs: HostTensors;
      if (run === undefined) {
        state.settle(count);
        outputs = eagerly(step, inputs);
      } else outputs = await state.through(run, inputs);
      for (const [name, { data, shape }] of Object.entries(outputs)) {
        if (shape.length === 0 && !Number.isFinite(data[0])) throw new Error(`${name} is ${data[0]} at step ${count}`);
      }
      count++;
      return outputs;
    },
    settle: () => state.settle(count),
    release: async () => {
      await Promise.all([...compiled.values()].map((each) => each.release()));
      compiled.clear();
      state.settle(count);
    },
  };
}

/** The elements of variables while they are away from them. */
class VariableState {
  /** Elements by the name of the variable, and the data it had when they left it. */
  readonly #away = new Map<string, { readonly tensor: HostTensor; readonly dataId: object }>();
  /** Arrays that may be written over. */
  readonly #spare = new Map<string, HostTensor>();

  /** Run a compiled step on the variables and the inputs. */
  async through(step: Compiled, inputs: HostTensors): Promise<HostTensors> {
    const given: Record<string, HostTensor> = { ...inputs };
    for (const name of step.inputs) if (name.startsWith(READ)) given[name] = this.#elements(name.slice(READ.length));
    const into: Record<string, HostTensor> = {};
    for (const name of step.outputs) {
      const spare = name.startsWith(ASSIGNED) ? this.#spare.get(name.slice(ASSIGNED.length)) : undefined;
      if (spare !== undefined) into[name] = spare;
    }
    const results = await step.run(given, into);
    const outputs: Record<string, HostTensor> = {};
    for (const [name, tensor] of Object.entries(results)) {
      if (name.startsWith(ASSIGNED)) this.#replace(name.slice(ASSIGNED.length), tensor);
      else outputs[name] = tensor;
    }
    return outputs;
  }

  /** Give the variables their elements back after so many steps; those assigned by others in the meantime keep what they were given. */
  settle(steps: number): void {
    for (const [name, { tensor, dataId }] of this.#away) {
      const variable = variableOf(name);
      if (variable.dataId !== dataId) continue;
      if (!tensor.data.every(Number.isFinite)) throw new Error(`${name} is not finite after step ${steps - 1}`);
      tf.tidy(() => variable.assign(tf.tensor(tensor.data.slice(), [...tensor.shape], variable.dtype)));
    }
    this.#away.clear();
  }

  #elements(name: string): HostTensor {
    const variable = variableOf(name);
    const away = this.#away.get(name);
    if (away !== undefined && away.dataId === variable.dataId) return away.tensor;
    const tensor = { data: variable.dataSync<"float32" | "int32">().slice(), shape: variable.shape };
    this.#away.set(name, { tensor, dataId: variable.dataId });
    return tensor;
  }

  #replace(name: string, tensor: HostTensor): void {
    const before = this.#away.get(name)?.tensor;
    if (before !== undefined) this.#spare.set(name, before);
    this.#away.set(name, { tensor, dataId: variableOf(name).dataId });
  }
}

function variableOf(name: string): tf.Variable {
  const variable = tf.engine().registeredVariables[name];
  if (variable === undefined) throw new Error(`variable ${name} has been disposed`);
  return variable;
}
