import type { Key } from "../random/key.js";
import { normal } from "../random/normal.js";
import type { Stream } from "../random/stream.js";
import type { HostTensor } from "./hostTensor.js";

/**
 * An array of independent draws, for the backend.
 *
 * x_i ~ draw, independent, i = 1, …, Π shape
 *
 * @param key names the array
 * @param shape extents, integers ≥ 1
 * @param draw one number; standard normal if not given
 * @returns the draws in float32
 * @example noiseTensor(Key.root(0), [2, 3]).data.length // => 6
 */
export function noiseTensor(key: Key, shape: readonly number[], draw: (stream: Stream) => number = normal): HostTensor {
  const stream = key.stream();
  const data = new Float32Array(shape.reduce((size, extent) => size * extent, 1));
  for (let i = 0; i < data.length; i++) data[i] = draw(stream);
  return { data, shape };
}
