import type { HostTensors } from "../../nn/hostTensor.js";
import { Key } from "../../random/key.js";
import { parameterCount } from "./nets/layer.js";

/** Widths that are tried. */
const WIDEST = 1024;

/**
 * The width at which a rival has as many parameters as another model, as nearly as widths allow.
 *
 * H = argmin |count(H) − count|, for a count that grows with H
 *
 * @param count parameters of the other model, an integer ≥ 1
 * @param rival width H → model
 * @returns H in [1, 1024]
 * @throws RangeError if count is not such an integer
 */
export function matchedWidth(count: number, rival: (hidden: number) => { readonly init: (key: Key) => HostTensors }): number {
  if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`count must be an integer >= 1, got ${count}`);
  const of = (hidden: number): number => parameterCount(rival(hidden).init(Key.root(0)));
  let [low, high] = [1, 2];
  while (high < WIDEST && of(high) < count) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (of(middle) < count) low = middle;
    else high = middle;
  }
  return Math.abs(of(low) - count) <= Math.abs(of(high) - count) ? low : high;
}
