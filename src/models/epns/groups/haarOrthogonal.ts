import { normal } from "../../../random/normal.js";
import type { Stream } from "../../../random/stream.js";
import type { Matrix3 } from "./requireOrthogonal.js";

/**
 * One draw from the uniform (Haar) law on O(3), the rotations and reflections of space.
 *
 * Q = ± R(q), q = g/|g|, g ~ N(0, I₄): a uniform unit quaternion gives a uniform rotation, a fair sign both halves of O(3)
 *
 * @param stream source of randomness
 * @returns Q, row by row, shape [9]; Q Qᵀ = I up to rounding
 * @source Shoemake 1992, "Uniform random rotations" (Graphics Gems III)
 * @example Math.abs(haarOrthogonal(Key.root(0).stream())[0]) <= 1 // => true
 */
export function haarOrthogonal(stream: Stream): Matrix3 {
  const g = [normal(stream), normal(stream), normal(stream), normal(stream)];
  const length = Math.hypot(...g);
  const [w, x, y, z] = g.map((value) => value / length);
  const sign = stream.int32() < 0 ? -1 : 1;
  return [
    1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
    2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
    2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y),
  ].map((entry) => sign * entry);
}
