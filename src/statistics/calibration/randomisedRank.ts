import type { Stream } from "../../random/stream.js";
import { checkSample } from "../twoSample/checkSample.js";

/**
 * Where a truth lies among the members of an ensemble, ties and gaps between ranks filled at random.
 *
 * u = (#{i: x_i < y} + V (#{i: x_i = y} + 1)) / (m + 1), V ~ U(0, 1)
 *
 * @param stream source of V
 * @param ensemble x, shape [m], m ≥ 1, finite
 * @param truth y, finite
 * @returns u in [0, 1): exactly uniform if y and the members are exchangeable, at every m and with any ties; unchanged
 *   by increasing maps of the data
 * @throws RangeError if m < 1 or a value is not finite
 * @source Hamill 2001, "Interpretation of rank histograms for verifying ensemble forecasts" (ties at random)
 * @example Math.floor(4 * randomisedRank(Key.root(0).stream(), [1, 2, 3], 2.5)) // => 2
 */
export function randomisedRank(stream: Stream, ensemble: ArrayLike<number>, truth: number): number {
  checkSample("ensemble", ensemble);
  if (!Number.isFinite(truth)) throw new RangeError(`truth must be finite, got ${truth}`);
  let [below, tied] = [0, 0];
  for (let i = 0; i < ensemble.length; i++) {
    if (ensemble[i] < truth) below++;
    else if (ensemble[i] === truth) tied++;
  }
  return (below + stream.uniform() * (tied + 1)) / (ensemble.length + 1);
}
