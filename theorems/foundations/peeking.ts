import { probit } from "simple-statistics";
import type { Decision } from "simverdict";

/** Half the width of an interval for the mean of n observations with sample standard deviation sd. */
export type HalfWidth = (n: number, sd: number) => number;

/** A fixed-n normal interval that leaves probability α on each side. */
export const normalWidth =
  (alpha: number): HalfWidth =>
  (n, sd) =>
    (probit(1 - alpha) * sd) / Math.sqrt(n);

/** A fixed-n Hoeffding interval on [0, 1] that leaves probability α on each side. */
export const hoeffdingWidth =
  (alpha: number): HalfWidth =>
  (n) =>
    Math.sqrt(-Math.log(alpha) / (2 * n));

/** The broken rule: stop when a fixed-n interval of the running mean first excludes the margin. */
export const peeking =
  (halfWidth: HalfWidth) =>
  (z: Float64Array, margin: number): Decision => {
    let [mean, squares] = [0, 0];
    for (let n = 1; n <= z.length; n++) {
      const delta = z[n - 1] - mean;
      mean += delta / n;
      squares += delta * (z[n - 1] - mean);
      if (n > 1 && Math.abs(mean - margin) > halfWidth(n, Math.sqrt(squares / (n - 1)))) {
        return mean > margin ? "above" : "below";
      }
    }
    return "undecided";
  };
