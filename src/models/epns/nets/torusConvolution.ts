import type { HostTensors, Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import type { Layer } from "./layer.js";
import { uniformWeights } from "./uniformWeights.js";

/** What a convolution finds beyond the edge: the other side of the torus, or nothing. */
export type Padding = "periodic" | "zero";

/** A 3×3 convolution. */
export interface TorusConvolution extends Layer {
  /** Images [N, S, S, C] → [N, S, S, outputs]. */
  readonly apply: (parameters: Tensors, images: tf.Tensor) => tf.Tensor;
}

const SIDE = 3;

function wrapped(images: tf.Tensor, axis: number): tf.Tensor {
  const size = images.shape[axis];
  const [first, , last] = tf.split(images, [1, size - 2, 1], axis);
  return tf.concat([last, images, first], axis);
}

/**
 * A 3×3 convolution of images, equivariant under translations of the torus if its padding is periodic.
 *
 * y(p) = b + Σ_{|d|_∞ ≤ 1} W_d x(p + d)
 *
 * @param name of the layer: the parameters are `name/weights` and `name/bias`
 * @param inputs channels of x, an integer ≥ 1
 * @param outputs channels of y, an integer ≥ 1
 * @param padding what is beyond the edge
 * @returns the layer, for images of at least 3×3 sites
 */
export function torusConvolution(name: string, inputs: number, outputs: number, padding: Padding): TorusConvolution {
  const [weights, bias] = [`${name}/weights`, `${name}/bias`];
  return {
    init: (key): HostTensors => ({
      [weights]: uniformWeights(key.fold(weights), [SIDE, SIDE, inputs, outputs]),
      [bias]: { data: new Float32Array(outputs), shape: [outputs] },
    }),
    apply: (p, images) => {
      const isPeriodic = padding === "periodic";
      const x = (isPeriodic ? wrapped(wrapped(images, 1), 2) : images) as tf.Tensor4D;
      return tf.add(tf.conv2d(x, p[weights] as tf.Tensor4D, 1, isPeriodic ? "valid" : "same"), p[bias]);
    },
  };
}
