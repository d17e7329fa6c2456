import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { initAll, type Layer } from "./layer.js";
import { silu } from "./silu.js";
import { type Padding, torusConvolution } from "./torusConvolution.js";

/** A layer on one image for each of several entities. */
export interface CrowdConvolution extends Layer {
  /** Images [B · E, S, S, C], the number E, and b [B, E, outputs], 0 if not given → [B · E, S, S, outputs]. */
  readonly apply: (parameters: Tensors, images: tf.Tensor, entities: number, bias?: tf.Tensor) => tf.Tensor;
}

/**
 * A convolution that all entities share, and that sees their mean: equivariant under their permutations.
 *
 * y_e(p) = silu((W * x_e + V * mean_e' x_e')(p) + b_e). With a fixed number of entities the mean is the sum of the source up
 * to a scale of the weights, and of order 1 in any crowd
 *
 * @param name of the layer, with which all its parameters begin
 * @param inputs channels of x, an integer ≥ 1
 * @param outputs channels of y, an integer ≥ 1
 * @param padding what is beyond the edge
 * @returns the layer
 * @source Zaheer et al. 2017, "Deep sets", arXiv 1703.06114 (equivariant layers by sums)
 */
export function crowdConvolution(name: string, inputs: number, outputs: number, padding: Padding): CrowdConvolution {
  const own = torusConvolution(`${name}/own`, inputs, outputs, padding);
  const crowd = torusConvolution(`${name}/crowd`, inputs, outputs, padding);
  return {
    init: initAll([own, crowd]),
    apply: (p, images, entities, bias) => {
      const size = images.shape[1]!;
      const grouped = tf.reshape(images, [-1, entities, size * size * inputs]);
      const all = crowd.apply(p, tf.reshape(tf.mean(grouped, 1), [-1, size, size, inputs]));
      const each = tf.reshape(own.apply(p, images), [-1, entities, size * size * outputs]);
      const both = tf.add(each, tf.reshape(all, [-1, 1, size * size * outputs]));
      const sums = tf.reshape(both, [-1, size, size, outputs]);
      return silu(bias === undefined ? sums : tf.add(sums, tf.reshape(bias, [-1, 1, 1, outputs])));
    },
  };
}
