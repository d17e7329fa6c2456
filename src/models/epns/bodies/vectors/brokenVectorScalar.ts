import { tf } from "../../../../nn/tf.js";
import type { BodyModel, BodyModelOptions } from "../bodyModel.js";
import { NODE_SCALARS } from "./scalarFeatures.js";
import { vectorScalar } from "./vectorScalar.js";

/**
 * The control that tells symmetry from architecture: `vectorScalar` with its equivariance under O(3) broken.
 *
 * node features = [m, |x|, |v|, x · v, mean |x|², x, v]: raw coordinates beside the scalars, everything else the same
 *
 * @param options sizes
 * @returns the model; invariant under translations and permutations, but not under rotations
 * @throws RangeError if a size is not an integer ≥ 1
 * @example brokenVectorScalar({ hidden: 8 }).id // => "broken-vector-scalar(hidden=8, rounds=2)"
 */
export function brokenVectorScalar(options: BodyModelOptions = {}): BodyModel {
  const nodeScalars = {
    width: NODE_SCALARS.width + 6,
    of: (bodies: Parameters<typeof NODE_SCALARS.of>[0]): tf.Tensor => tf.concat([NODE_SCALARS.of(bodies), bodies.x, bodies.v], -1),
  };
  return { ...vectorScalar({ ...options, nodeScalars }), id: `broken-${vectorScalar(options).id}` };
}
