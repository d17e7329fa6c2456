import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { HostTensor, HostTensors } from "../../hostTensor.js";
import { tf } from "../../tf.js";
import type { Graph, GraphValue, KernelCall } from "../graph/graph.js";
import type { LoadedGraph, StepRuntime } from "./stepRuntime.js";

/** A kernel with everything that it takes; values are told by their ids. */
interface PlannedCall {
  readonly kernel: tf.KernelFunc;
  readonly attributes: tf.NamedAttrMap;
  /** Names of the operands, or undefined where they are a list. */
  readonly names: readonly string[] | undefined;
  readonly operands: readonly number[];
  readonly outputs: readonly number[];
  /** Values that nobody needs afterwards. */
  readonly dead: readonly number[];
}

/**
 * A runtime that calls the kernels of TensorFlow.js on WebAssembly one after the other, as they were recorded.
 *
 * It computes bit for bit what the backend computes kernel by kernel, without the search for gradients and what else
 * TensorFlow.js does around a kernel. It needs the mended backend (`mendKernels`) and no package beside it.
 *
 * @returns the runtime
 */
export function kernelRuntime(): StepRuntime {
  // a 20-64-64-1 net: recording takes 30 to 50 ms at first, and a step saves 0.7 ms
  return { name: "tfjs-wasm", paysAfter: 100, load: async (graph) => kernelSession(graph) };
}

function kernelSession({ inputs, recorded: { calls, outputs } }: Graph): LoadedGraph {
  const backend = tf.engine().findBackend("wasm") as BackendWasm;
  const plan = planned(calls, new Set(outputs.values()));
  requireComputed(calls, inputs);
  const constants = new Map<number, tf.TensorInfo>();
  let bytes = 0;
  for (const value of [...calls.flatMap(operandsOf), ...outputs.values()]) {
    if (value.data === undefined || constants.has(value.id)) continue;
    constants.set(value.id, written(backend, value.data as HostTensor["data"], value));
    bytes += value.data.byteLength;
  }

  let isOpen = true;
  const run = (given: HostTensors): HostTensors => {
    if (!isOpen) throw new Error("this session has been released");
    const values = new Map(constants);
    try {
      for (const [name, value] of inputs) values.set(value.id, written(backend, checked(name, given[name], value), value));
      for (const { kernel, attributes, names, operands, outputs: results, dead } of plan) {
        const made = kernel({ inputs: gathered(names, operands, values), attrs: attributes, backend });
        const infos = Array.isArray(made) ? made : [made];
        for (let i = 0; i < results.length; i++) {
          // where only some results are new, the others are there already
          if (values.has(results[i])) backend.disposeData(infos[i].dataId);
          else values.set(results[i], infos[i]);
        }
        for (const id of dead) {
          backend.disposeData(values.get(id)!.dataId);
          values.delete(id);
        }
      }
      return Object.fromEntries([...outputs].map(([name, { id }]) => [name, read(backend, values.get(id)!)]));
    } finally {
      for (const [id, { dataId }] of values) if (!constants.has(id)) backend.disposeData(dataId);
    }
  };
  return {
    nodes: plan.length,
    bytes,
    run: async (given) => run(given),
    release: async () => {
      isOpen = false;
      for (const { dataId } of constants.values()) backend.disposeData(dataId);
      constants.clear();
    },
  };
}

const operandsOf = ({ inputs }: KernelCall): GraphValue[] => Object.values(inputs);

/** Calls with their kernels, each with what it is the last to use. */
function planned(calls: readonly KernelCall[], kept: ReadonlySet<GraphValue>): PlannedCall[] {
  const kernels = new Map(tf.getKernelsForBackend("wasm").map(({ kernelName, kernelFunc }) => [kernelName, kernelFunc]));
  const used = new Set<GraphValue>(kept);
  const plan = calls.toReversed().map((call): PlannedCall => {
    const kernel = kernels.get(call.kernel);
    if (kernel === undefined) throw new Error(`TensorFlow.js on WebAssembly has no kernel ${call.kernel}`);
    const values = new Set([...operandsOf(call), ...call.outputs]);
    const dead = [...values].filter((value) => !used.has(value) && value.data === undefined);
    for (const value of values) used.add(value);
    const ids = (some: readonly GraphValue[]): number[] => some.map(({ id }) => id);
    return {
      kernel, attributes: structuredClone(call.attributes) as tf.NamedAttrMap, names: Array.isArray(call.inputs) ? undefined : Object.keys(call.inputs),
      operands: ids(operandsOf(call)), outputs: ids(call.outputs), dead: ids(dead),
    };
  });
  return plan.reverse();
}

/** A value may be known in ONNX' operators alone. */
function requireComputed(calls: readonly KernelCall[], inputs: Graph["inputs"]): void {
  const available = new Set(inputs.values());
  for (const call of calls) {
    const missing = operandsOf(call).find((value) => value.data === undefined && !available.has(value));
    if (missing !== undefined) throw new Error(`kernel ${call.kernel} needs a value of shape [${missing.shape.join(", ")}] that no kernel computes`);
    for (const value of call.outputs) available.add(value);
  }
}

function gathered(names: PlannedCall["names"], operands: readonly number[], values: ReadonlyMap<number, tf.TensorInfo>): tf.NamedTensorInfoMap {
  if (names === undefined) return operands.map((id) => values.get(id)!) as unknown as tf.NamedTensorInfoMap;
  const inputs: tf.NamedTensorInfoMap = {};
  for (let i = 0; i < names.length; i++) inputs[names[i]] = values.get(operands[i])!;
  return inputs;
}

/** The backend would take any array for numbers of that shape and type. */
function checked(name: string, given: HostTensor, { shape, type }: GraphValue): HostTensor["data"] {
  const own = given.data instanceof Float32Array ? "float32" : "int32";
  if (own !== type || given.shape.join() !== shape.join() || given.data.length !== tf.util.sizeFromShape([...shape])) {
    throw new RangeError(`input ${name} is ${own}[${given.shape.join(", ")}] of ${given.data.length} elements, and must be ${type}[${shape.join(", ")}]`);
  }
  return given.data;
}

function written(backend: BackendWasm, data: HostTensor["data"], { shape, type }: GraphValue): tf.TensorInfo {
  const dtype = type as tf.DataType;
  return { dataId: backend.write(data, [...shape], dtype), shape: [...shape], dtype };
}

/** Truth values become the integers 0 and 1. */
function read(backend: BackendWasm, { dataId, shape }: tf.TensorInfo): HostTensor {
  const data = backend.readSync(dataId) as Float32Array | Int32Array | Uint8Array;
  return { data: data instanceof Uint8Array ? Int32Array.from(data) : data, shape };
}
