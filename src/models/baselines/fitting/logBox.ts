import type { BoxParameter } from "../../../simulators/mechanisms/boxParameter.js";

/** Where a fit may look: in the prior's box, or in that box with lower/widenedBy and upper · widenedBy as its bounds. */
export type Support = "prior" | { readonly widenedBy: number };

/** The bounds of log θ, shape [p] each. */
export interface LogBox {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The bounds of the logarithms of some parameters.
 *
 * [log lower_j − log w, log upper_j + log w]; w = 1 for the prior's support
 *
 * @param parameters the boxes, shape [p]
 * @param support `prior`, or the factor w: finite and ≥ 1
 * @returns the bounds, shape [p] each
 * @throws RangeError if the support is neither, or w is outside its domain
 * @source none: change of variables
 * @example logBox([{ name: "r", lower: 1, upper: 2 }], { widenedBy: 3 }).upper[0] // => Math.log(6)
 */
export function logBox(parameters: readonly BoxParameter[], support: Support): LogBox {
  if (support !== "prior" && !(typeof support === "object" && support !== null && "widenedBy" in support)) {
    throw new RangeError(`support must be "prior" or { widenedBy }, got ${String(support)}`);
  }
  const widenedBy = support === "prior" ? 1 : support.widenedBy;
  if (!(widenedBy >= 1 && widenedBy < Infinity)) throw new RangeError(`widenedBy must be finite and ≥ 1, got ${widenedBy}`);
  return {
    lower: Float64Array.from(parameters, ({ lower }) => Math.log(lower) - Math.log(widenedBy)),
    upper: Float64Array.from(parameters, ({ upper }) => Math.log(upper) + Math.log(widenedBy)),
  };
}
