import { bernoulli } from "../random/bernoulli.js";
import type { Key } from "../random/key.js";
import type { HostTensor } from "./hostTensor.js";

/**
 * What dropout multiplies a layer with in one training step; without it, the net predicts as it is.
 *
 * m_i = b_i / (1 − r),  b_i ~ Bernoulli(1 − r), independent, i = 1, …, Π shape; so E[m_i] = 1
 *
 * A mask is an input of a step, as data are, so that the step can be compiled and equal keys give equal weights:
 * `tf.mul(h, mask)` in the step, and a mask of `key.fold(step)` for every call.
 *
 * @param key names the mask
 * @param shape extents, integers ≥ 1
 * @param rate r in [0, 1), the share of units that are dropped
 * @returns 0 or 1 / (1 − r), in float32
 * @throws RangeError if the rate or an extent is out of its domain
 * @source Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov 2014, "Dropout: a simple way to prevent neural networks
 *   from overfitting", JMLR 15, sections 4 (the mask) and 10 (scaled by 1 / (1 − r) in training instead of 1 − r afterwards)
 * @example [...dropoutMask(Key.root(0), [4], 0.5).data] // => [0, 2, 0, 0]
 */
export function dropoutMask(key: Key, shape: readonly number[], rate: number): HostTensor {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`rate must lie in [0, 1), got ${rate}`);
  if (!shape.every((extent) => Number.isSafeInteger(extent) && extent >= 1)) throw new RangeError(`shape must hold integers >= 1, got [${shape.join(", ")}]`);
  const stream = key.stream();
  const data = new Float32Array(shape.reduce((size, extent) => size * extent, 1));
  for (let i = 0; i < data.length; i++) data[i] = bernoulli(stream, 1 - rate) / (1 - rate);
  return { data, shape };
}
