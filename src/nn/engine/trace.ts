import type { Tensors } from "../hostTensor.js";
import { tf } from "../tf.js";
import { callNow } from "./callNow.js";
import type { Graph, GraphValue } from "./graph/graph.js";
import { type ArraySpec, GraphBuilder } from "./graph/graphBuilder.js";
import { NotTraceable } from "./notTraceable.js";
import { redirectReads } from "./redirectReads.js";
import { traceBackend } from "./traceBackend.js";
import { holdVariables, type MadeVariables } from "./holdVariables.js";

/** Named tensors → named tensors: plain TensorFlow.js, which may also read and assign variables. */
export type TensorFunction = (inputs: Tensors) => Tensors;

/** What variables that exist before are in a graph. */
export interface TraceOptions {
  /** Inputs and outputs, as state is, or constants, which may not be assigned. */
  readonly variables: "inputs" | "constants";
}

/** Shapes and types of named tensors. */
export type TensorSpecs = Readonly<Record<string, ArraySpec>>;

/**
 * The graph that a function computes, found by running it once on a backend that records.
 *
 * Tensors made inside the function or captured by it are constants of the graph. Variables that exist before are
 * inputs `variable/NAME` where they are read, and outputs `assigned/NAME` where they are assigned, if they are not asked
 * to be constants; afterwards they are what they were. Variables that it makes in its first call, as optimisers do,
 * stay, with the elements they were made with, also where it cannot become a graph: it may hold them. The function runs
 * at least twice: what differs between calls, such as random numbers that it draws by itself, must be an input.
 *
 * @param f a synchronous function; control flow in JavaScript may depend on shapes and captured numbers only
 * @param inputs name → shape and type, of each input
 * @param options what variables are; inputs and outputs if not given
 * @returns the graph; its outputs have the names that f gives them
 * @throws NotTraceable if f reads elements, assigns a constant, makes variables in every call, draws its own random numbers, or uses a kernel
 *   without a rule
 * @throws TypeError, RangeError as `callNow` does
 */
export function trace(f: TensorFunction, inputs: TensorSpecs, options: TraceOptions = { variables: "inputs" }): Graph {
  let first = recordOnce(f, inputs, options);
  if (first.made.length > 0) {
    first = recordOnce(f, inputs, options);
    if (first.made.length > 0) throw new NotTraceable(`it makes the variable ${first.made[0].name} in every call`);
  }
  const { graph } = recordOnce(f, inputs, options);
  if (!sameGraph(first.graph, graph)) throw new NotTraceable("it does something else when it is called again: random numbers must be inputs");
  return graph;
}

function recordOnce(f: TensorFunction, inputs: TensorSpecs, options: TraceOptions): { readonly graph: Graph; readonly made: readonly tf.Variable[] } {
  const before = tf.engine().backendName;
  const backend = traceBackend();
  const builder = new GraphBuilder();
  const variables = holdVariables((name, spec) => builder.input(`variable/${name}`, spec));
  const areInputs = options.variables === "inputs";
  const outside = (tensor: tf.TensorInfo): GraphValue | undefined =>
    areInputs && tensor instanceof tf.Variable ? variables.inputFor(tensor.dataId) : undefined;
  backend.record({ graph: builder, outside, notice: variables.notice });
  const endReads = redirectReads((dataId) => areInputs && variables.holds(dataId), backend); // their elements are not those of now
  setBackend(backend.name);
  let graph: Graph | undefined;
  let made: MadeVariables;
  try {
    const outputs = new Map<string, GraphValue>();
    tf.tidy(() => {
      const given = Object.entries(inputs).map(([name, spec]) => [name, tensor(backend, builder.input(name, spec))]);
      const result = callNow(f, Object.fromEntries(given) as Tensors);
      backend.checkReads();
      for (const [name, output] of Object.entries(result)) outputs.set(name, backend.standIn(output));
    });
    for (const variable of variables.assigned()) {
      if (!areInputs) throw new NotTraceable(`it assigns the variable ${variable.name}`);
      outputs.set(`assigned/${variable.name}`, backend.standIn(variable));
    }
    graph = builder.build(outputs);
  } finally {
    endReads();
    variables.release();
    setBackend(before);
    made = variables.keepMade();
    if (graph === undefined) backend.abandon();
    backend.record(undefined);
  }
  if (made.computed.length > 0) throw new NotTraceable(`it makes the variable ${made.computed[0]} from what it computes`);
  return { graph, made: made.kept };
}

function tensor(backend: ReturnType<typeof traceBackend>, value: GraphValue): tf.Tensor {
  return tf.engine().makeTensorFromTensorInfo({ dataId: backend.dataFor(value), shape: [...value.shape], dtype: value.type as tf.DataType }, backend);
}

/** Every backend concerned is running, so that TensorFlow.js switches at once. */
function setBackend(name: string): void {
  void tf.engine().setBackend(name);
}

function sameGraph(a: Graph, b: Graph): boolean {
  const describe = ({ nodes }: Graph): string =>
    JSON.stringify(nodes.map(({ op, inputs, outputs, attributes }) => [op, inputs.map((x) => x?.id), outputs.map(({ shape }) => shape), attributes]));
  const constants = ({ nodes }: Graph): GraphValue[] => nodes.flatMap(({ inputs }) => inputs.filter((x) => x?.data !== undefined) as GraphValue[]);
  const [these, those] = [constants(a), constants(b)];
  return describe(a) === describe(b) && these.length === those.length && these.every(({ data }, i) => sameData(data!, those[i].data!));
}

function sameData(a: ArrayLike<number | bigint>, b: ArrayLike<number | bigint>): boolean {
  return a.length === b.length && Array.prototype.every.call(a, (x: number | bigint, i: number) => Object.is(x, b[i]));
}
