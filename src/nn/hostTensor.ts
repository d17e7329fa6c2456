import { tf } from "./tf.js";

/** Numbers and their shape, outside any backend: plain data that can be stored, hashed and compared. */
export interface HostTensor {
  readonly data: Float32Array | Int32Array;
  readonly shape: readonly number[];
}

/** Named arrays, such as the parameters of a net. */
export type HostTensors = Readonly<Record<string, HostTensor>>;

/** Named tensors of the active backend; their owner disposes them. */
export type Tensors = Readonly<Record<string, tf.Tensor>>;

/**
 * Copy named arrays to the active backend.
 *
 * @param tensors name → data and shape; the product of a shape is the length of its data
 * @returns name → tensor, float32 or int32 as its array; the caller disposes them
 * @throws RangeError if a shape does not fit its data
 */
export function upload(tensors: HostTensors): Tensors {
  return mapValues(tensors, ({ data, shape }, name) => {
    const size = shape.reduce((product, extent) => product * extent, 1);
    if (size !== data.length) {
      throw new RangeError(`${name} has ${data.length} values, but its shape [${shape.join(", ")}] holds ${size}`);
    }
    return tf.tensor(data, [...shape]);
  });
}

/**
 * Copy named tensors back from the backend.
 *
 * @param tensors name → float32 or int32 tensor; they stay alive
 * @returns name → data and shape
 */
export function download(tensors: Tensors): HostTensors {
  return mapValues(tensors, (tensor) => ({
    data: tensor.dataSync<"float32" | "int32">().slice(),
    shape: [...tensor.shape],
  }));
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, f: (value: A, name: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, f(value, name)]));
}
