import type { HostTensor, Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import type { Layer } from "./layer.js";
import { uniformWeights } from "./uniformWeights.js";

/** An affine map of the last axis. */
export interface Dense extends Layer {
  /** x, shape [..., inputs] → x W + b, shape [..., outputs]. */
  readonly apply: (parameters: Tensors, x: tf.Tensor) => tf.Tensor;
}

/**
 * An affine map of the last axis, shared over all others.
 *
 * y = x W + b, with b = 0 fixed if there is no bias
 *
 * @param name of the layer: the parameters are `name/weights` and `name/bias`
 * @param inputs extent of x's last axis, an integer ≥ 1
 * @param outputs extent of y's last axis, an integer ≥ 1
 * @param hasBias whether b is learned; it starts at 0
 * @returns the layer
 * @throws RangeError if an extent is not such an integer
 * @example dense("a", 3, 2).init(Key.root(0))["a/weights"].shape // => [3, 2]
 */
export function dense(name: string, inputs: number, outputs: number, hasBias = true): Dense {
  for (const [what, width] of Object.entries({ inputs, outputs })) {
    if (!(Number.isInteger(width) && width >= 1)) throw new RangeError(`${what} of ${name} must be an integer >= 1, got ${width}`);
  }
  const [weights, bias] = [`${name}/weights`, `${name}/bias`];
  return {
    init: (key) => ({
      [weights]: uniformWeights(key.fold(weights), [inputs, outputs]),
      ...(hasBias && { [bias]: { data: new Float32Array(outputs), shape: [outputs] } satisfies HostTensor }),
    }),
    apply: (p, x) => {
      const y = tf.matMul(tf.reshape(x, [-1, inputs]), p[weights]);
      return tf.reshape(hasBias ? tf.add(y, p[bias]) : y, [...x.shape.slice(0, -1), outputs]);
    },
  };
}
