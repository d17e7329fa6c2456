import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { tf } from "../tf.js";

/** What a kernel is called with: its inputs by name, its attributes, and the backend that holds the tensors' memory. */
export type KernelCall = Parameters<tf.KernelFunc>[0];

/** From the shipped kernel, which throws where the backend has none, the one that is used instead. */
export type Mend = (shipped: tf.KernelFunc) => tf.KernelFunc;

/** Elements of a tensor in the backend's memory; truth values are bytes. */
export type Elements = Float32Array | Int32Array | Uint8Array;

/** A tensor that is still to be filled. */
type Outline = Pick<tf.TensorInfo, "shape" | "dtype">;

/**
 * Make a tensor and fill it in a loop over the backend's memory.
 *
 * @param backend the WASM backend, as a kernel is given it
 * @param outline shape and type of the tensor
 * @param inputs tensors that are read
 * @param fill writes every element of the output, which holds anything before, from those of the inputs
 * @returns the tensor
 */
export function filled(backend: unknown, { shape, dtype }: Outline, inputs: readonly tf.TensorInfo[], fill: (output: Elements, ...inputs: Elements[]) => void): tf.TensorInfo {
  const memory = backend as BackendWasm;
  const output = memory.makeOutput(shape, dtype);
  // taken only now: memory that grows leaves earlier views empty
  const [to, ...from] = [output, ...inputs].map((x) => memory.typedArrayFromHeap(x));
  fill(to, ...from);
  return output;
}

/** Runs a kernel of the WASM backend by its name. */
export type RunKernel = (kernel: string, inputs: tf.NamedTensorInfoMap, attrs: object) => tf.TensorInfo;

/**
 * Run kernels of the WASM backend one after the other; all that they make but the result is freed.
 *
 * @param backend the backend, as a kernel is given it
 * @param body runs the kernels
 * @returns the result of the body
 */
export function chain(backend: unknown, body: (run: RunKernel) => tf.TensorInfo): tf.TensorInfo {
  const memory = backend as tf.KernelBackend;
  const made: tf.TensorInfo[] = [];
  const result = body((name, inputs, attrs) => {
    const output = tf.getKernel(name, "wasm").kernelFunc({ inputs, backend: memory, attrs: attrs as tf.NamedAttrMap }) as tf.TensorInfo;
    made.push(output);
    return output;
  });
  for (const each of made) if (each !== result) memory.disposeData(each.dataId);
  return result;
}
