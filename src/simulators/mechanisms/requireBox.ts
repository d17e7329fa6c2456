import type { BoxParameter } from "./boxParameter.js";

/**
 * Check the box of a parameter.
 *
 * 0 < lower < upper < ∞
 *
 * @param box the parameter
 * @returns the same parameter
 * @throws RangeError if the bounds are not such numbers
 * @source none: an argument check
 * @example requireBox({ name: "r", lower: 1, upper: 2 }).name // => "r"
 */
export function requireBox(box: BoxParameter): BoxParameter {
  const { name, lower, upper } = box;
  if (lower > 0 && lower < upper && upper < Infinity) return box;
  throw new RangeError(`${name} must have bounds 0 < lower < upper < ∞, got ${lower} and ${upper}`);
}
