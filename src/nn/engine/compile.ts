import type { HostTensors } from "../hostTensor.js";
import { NotTraceable } from "./notTraceable.js";
import { onnxModel } from "./onnx/onnxModel.js";
import type { OnnxRuntime } from "./runtime/onnxRuntime.js";
import { type TensorFunction, type TensorSpecs, trace } from "./trace.js";

/** A function of named arrays, compiled for one set of shapes. */
export interface Compiled {
  /** As of `OnnxSession`, for inputs of these shapes; those that the function does not depend on may be left out. */
  readonly run: (inputs: HostTensors, into?: HostTensors) => Promise<HostTensors>;
  readonly release: () => Promise<void>;
  /** Names of the inputs that the function depends on, and of its outputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Number of ONNX operators, and size of the file that they make. */
  readonly nodes: number;
  readonly bytes: number;
}

/**
 * Compile a function of named tensors: trace it, write it as ONNX, load that.
 *
 * @param f plain TensorFlow.js, as `trace` takes it
 * @param specs shape and type of each input
 * @param runtime what it will run on
 * @returns the compiled function; its owner releases it
 * @throws NotTraceable if f cannot become a graph, or not one that the runtime takes
 */
export async function compile(f: TensorFunction, specs: TensorSpecs, runtime: OnnxRuntime): Promise<Compiled> {
  const graph = trace(f, specs);
  const model = onnxModel(graph);
  const session = await runtime.load(model).catch((error: unknown) => {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
    throw new NotTraceable(`${runtime.name} does not take the graph: ${reason}`, { cause: error });
  });
  const inputs = [...graph.inputs.keys()];
  return {
    run: async (given, into) => {
      const missing = inputs.find((name) => given[name] === undefined);
      if (missing !== undefined) throw new RangeError(`input ${missing} is missing`);
      return session.run(Object.fromEntries(inputs.map((name) => [name, given[name]])), into);
    },
    release: session.release,
    inputs,
    outputs: [...graph.outputs.keys()],
    nodes: graph.nodes.length,
    bytes: model.length,
  };
}
