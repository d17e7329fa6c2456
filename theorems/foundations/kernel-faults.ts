import { tf } from "simverdict";
import { placesOf } from "./max-pooling.js";

/** A way to get a kernel wrong: takes the kernel in use, gives a broken one. */
export type Fault = (kernel: tf.KernelFunc) => tf.KernelFunc;

/** Evaluates, with some kernels broken meanwhile. */
export type Run = <T>(evaluate: () => T) => T;

/**
 * Break kernels of the active backend while something is evaluated; afterwards they are as they were.
 *
 * @param faults name of a kernel → what to do to it
 */
export const withFaults =
  (faults: Readonly<Record<string, Fault>>): Run =>
  (evaluate) => {
    const backend = tf.getBackend();
    const intact = Object.keys(faults).map((name) => tf.getKernel(name, backend));
    const put = (kernel: tf.KernelConfig): void => {
      tf.unregisterKernel(kernel.kernelName, backend);
      tf.registerKernel(kernel);
    };
    for (const kernel of intact) put({ ...kernel, kernelFunc: faults[kernel.kernelName](kernel.kernelFunc) });
    try {
      return evaluate();
    } finally {
      intact.forEach(put);
    }
  };

/** Takes the memory of a transposed operand for that of an untransposed one. */
export const ignoringTransposition: Fault = (kernel) => ({ inputs, backend, attrs }) => {
  const operand = (x: tf.TensorInfo, isTransposed: boolean): tf.TensorInfo =>
    isTransposed ? { ...x, dataId: x.dataId, dtype: x.dtype, shape: [...x.shape.slice(0, -2), x.shape.at(-1)!, x.shape.at(-2)!] } : x;
  return kernel({
    inputs: { ...inputs, a: operand(inputs.a!, attrs?.transposeA === true), b: operand(inputs.b!, attrs?.transposeB === true) },
    backend,
    attrs: { ...attrs, transposeA: false, transposeB: false },
  });
};

const FLOAT32 = new Float32Array(1);
const BITS = new Int32Array(FLOAT32.buffer);

/** The nearest number of 11 significant bits, as of a half-precision unit. */
function rounded(x: number): number {
  FLOAT32[0] = x;
  BITS[0] = (BITS[0] + 0x1000) & ~0x1fff;
  return FLOAT32[0];
}

/** A tensor of the backend with other values, and perhaps another type. */
function written(x: tf.TensorInfo, backend: tf.KernelBackend, f: (values: Float32Array) => Float32Array | Uint8Array, dtype = x.dtype): tf.TensorInfo {
  const dataId = backend.write(f(backend.readSync(x.dataId) as Float32Array), x.shape, dtype);
  return { dataId, shape: x.shape, dtype };
}

/**
 * The fused product of `@tensorflow/tfjs-backend-wasm` 4.22.0 with a transposed operand: the bias of an output is
 * looked up by the place of the output in memory, up to the last bias, and not by its column. Only the first row is
 * right; without a bias, or without a transposition, every row is.
 */
export const biasByPlace: Fault = (kernel) => ({ inputs, backend, attrs }) => {
  const { bias, ...operands } = inputs;
  const isTransposed = attrs?.transposeA === true || attrs?.transposeB === true;
  if (!bias || !isTransposed) return kernel({ inputs, backend, attrs: { ...attrs } });
  const memory = backend as tf.KernelBackend;
  const product = kernel({ inputs: operands, backend, attrs: { ...attrs, activation: "linear" } }) as tf.TensorInfo;
  const biases = memory.readSync(bias.dataId) as Float32Array;
  const output = written(product, memory, (values) =>
    values.map((x, place) => {
      const sum = x + biases[Math.min(place, biases.length - 1)];
      return attrs.activation === "relu" ? Math.max(0, sum) : sum;
    }),
  );
  memory.disposeData(product.dataId);
  return output;
};

/**
 * The gradient of max pooling of `@tensorflow/tfjs-backend-wasm` 4.22.0, for one image: the search for a window's largest
 * number starts at the smallest positive float32 instead of −∞, with the first number of the image for its place. A window
 * without a positive number has no gradient then, unless it is the first; of several equal numbers the last has it.
 */
export const maximumFromZero: Fault = () => ({ inputs, backend, attrs }) => {
  const memory = backend as tf.KernelBackend;
  const [, height, width, channels] = inputs.input!.shape;
  const { filterSize: window, strides: stride, pad } = attrs as unknown as { filterSize: number; strides: number; pad: string };
  const dy = memory.readSync(inputs.dy!.dataId) as Float32Array;
  return written(inputs.input!, memory, (x) => {
    const dx = new Float32Array(x.length);
    placesOf({ height, width, channels, window, stride, isPadded: pad === "same" }).forEach((places, i) => {
      let best = { value: 2 ** -126, place: 0 };
      for (const place of places) if (x[place] >= best.value) best = { value: x[place], place };
      if (places.includes(best.place)) dx[best.place] += dy[i];
    });
    return dx;
  });
};

/** The truth of a number in `@tensorflow/tfjs-backend-wasm` 4.22.0: the lowest byte of its whole part. */
export const lowestByte: Fault = (kernel) => ({ inputs, backend, attrs }) =>
  attrs?.dtype === "bool" ? written(inputs.x!, backend as tf.KernelBackend, (x) => Uint8Array.from(x), "bool") : kernel({ inputs, backend, attrs: { ...attrs } });

/** Rounds every operand to half precision. */
export const halfPrecision: Fault = (kernel) => ({ inputs, backend, attrs }) => {
  const coarse = Object.entries(inputs).map(([name, x]) => [name, written(x!, backend as tf.KernelBackend, (v) => v.map(rounded))] as const);
  const output = kernel({ inputs: Object.fromEntries(coarse), backend, attrs: { ...attrs } });
  for (const [, { dataId }] of coarse) (backend as tf.KernelBackend).disposeData(dataId);
  return output;
};

/** Softmax of rows without subtracting their largest logit: e^89 is infinite in float32. */
export const unshiftedSoftmax: Fault = () => ({ inputs, backend }) => {
  const logits = inputs.logits!;
  const width = logits.shape.at(-1)!;
  return written(logits, backend as tf.KernelBackend, (values) => {
    const weights = values.map(Math.exp);
    return weights.map((w, i) => {
      const row = i - (i % width);
      return w / weights.subarray(row, row + width).reduce((sum, other) => Math.fround(sum + other), 0);
    });
  });
};
