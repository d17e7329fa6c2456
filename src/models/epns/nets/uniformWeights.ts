import type { HostTensor } from "../../../nn/hostTensor.js";
import type { Key } from "../../../random/key.js";
import { uniform } from "../../../random/uniform.js";

/**
 * Fresh weights of a layer.
 *
 * w ~ U(−1/√f, 1/√f), f the number of numbers that one output sums
 *
 * @param key names the weights
 * @param shape extents, each ≥ 1; the last one counts the outputs
 * @returns weights of that shape; f is the product of the other extents
 * @source the "commonly used heuristic" of Glorot & Bengio 2010, equation 1
 * @example uniformWeights(Key.root(0), [2, 3]).data.length // => 6
 */
export function uniformWeights(key: Key, shape: readonly number[]): HostTensor {
  const size = shape.reduce((product, extent) => product * extent, 1);
  const bound = 1 / Math.sqrt(size / shape[shape.length - 1]);
  const stream = key.stream();
  return { data: Float32Array.from({ length: size }, () => uniform(stream, -bound, bound)), shape };
}
