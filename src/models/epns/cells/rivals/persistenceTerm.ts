import type { Tensors } from "../../../../nn/hostTensor.js";
import { tf } from "../../../../nn/tf.js";
import type { Layer } from "../../nets/layer.js";

/** What a decoder adds to its logits for entities that stay where they are. */
export interface PersistenceTerm extends Layer {
  /** Occupancy → w occupancy, of the same shape. */
  readonly apply: (parameters: Tensors, occupancy: tf.Tensor) => tf.Tensor;
}

/** Where w starts: a site stays as it is with probability .87 among 9 entities that are told apart by nothing else. */
const START = 4;

/**
 * A learned bias of logits towards persistence, so that a model that is not equivariant starts from persistence instead of
 * having to learn it for each cell apart.
 *
 * w occupancy, w = 4 at the start
 *
 * @param name of the one parameter
 * @returns the layer
 * @example persistenceTerm("stay").init(Key.root(0)).stay.data[0] // => 4
 */
export function persistenceTerm(name: string): PersistenceTerm {
  return {
    init: () => ({ [name]: { data: Float32Array.of(START), shape: [1] } }),
    apply: (p, occupancy) => tf.mul(occupancy, p[name]),
  };
}
