import type { Tensors } from "../hostTensor.js";
import { callNow } from "./callNow.js";
import type { CompileCost } from "./compileCost.js";
import { NotTraceable } from "./notTraceable.js";
import type { Session, StepRuntime } from "./runtime/stepRuntime.js";
import { type TensorFunction, type TensorSpecs, trace } from "./trace.js";

/** A function of named arrays, compiled for one set of shapes. */
export interface Compiled extends CompileCost {
  /** As of `Session`, for inputs of these shapes; those that the function does not depend on may be left out. */
  readonly run: Session["run"];
  readonly release: () => Promise<void>;
  /** Names of the inputs that the function depends on, and of its outputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * Compile a function of named tensors: trace it, and load the graph into a runtime.
 *
 * @param f plain TensorFlow.js, as `trace` takes it
 * @param specs shape and type of each input
 * @param runtime what it will run on
 * @param clock the time in milliseconds, to tell how long compiling takes; it is not told if not given
 * @returns the compiled function; its owner releases it
 * @throws NotTraceable if f cannot become a graph, or not one that the runtime takes
 * @throws TypeError, RangeError as `callNow` does
 */
export async function compile(f: TensorFunction, specs: TensorSpecs, runtime: StepRuntime, clock?: () => number): Promise<Compiled> {
  const start = clock?.();
  const aliases = new Map<string, string>();
  const graph = trace((given) => withAliases(callNow(f, given), specs, aliases), specs);
  const session = await runtime.load(graph).catch((error: unknown) => {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
    throw new NotTraceable(`${runtime.name} does not take the graph: ${reason}`, { cause: error });
  });
  const inputs = [...graph.inputs.keys()];
  const names = new Map([...aliases].map(([name, alias]) => [alias, name]));
  return {
    run: async (given, into = {}) => {
      const missing = inputs.find((name) => given[name] === undefined);
      if (missing !== undefined) throw new RangeError(`input ${missing} is missing`);
      return renamed(await session.run(Object.fromEntries(inputs.map((name) => [name, given[name]])), renamed(into, aliases)), names);
    },
    release: session.release,
    inputs,
    outputs: [...graph.outputs.keys()].map((name) => names.get(name) ?? name),
    nodes: session.nodes,
    bytes: session.bytes,
    milliseconds: start === undefined ? undefined : clock!() - start,
  };
}

/** In a graph, an output that has the name of an input needs another one; it is noted under its own. */
function withAliases(outputs: Tensors, inputs: TensorSpecs, aliases: Map<string, string>): Tensors {
  for (const name of Object.keys(outputs)) {
    let alias = name;
    while (alias in inputs || (alias !== name && alias in outputs)) alias = `output/${alias}`;
    if (alias !== name) aliases.set(name, alias);
  }
  return renamed(outputs, aliases);
}

function renamed<T>(record: Readonly<Record<string, T>>, to: ReadonlyMap<string, string>): Readonly<Record<string, T>> {
  if (to.size === 0) return record;
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [to.get(name) ?? name, value]));
}
