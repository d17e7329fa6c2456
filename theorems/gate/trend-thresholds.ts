import { bernoulli, type Key, normal, normalCdf, type Stream } from "simverdict";
import { CASES, flipShare, type PairedErrors } from "./gate-under-test.js";

/** The world `linearTrend({ sigma: 0.2 })` by its sufficient statistic, the least-squares slope of 20 log counts. */
const SIGMA = 0.2;
const TIMES = Array.from({ length: 20 }, (_, i) => (10 * i) / 19);
/** Standard deviation of the slope under stasis, and under exponential growth with rate N(0, .2²). */
const STASIS = SIGMA / Math.sqrt(TIMES.reduce((sum, t) => sum + (t - 5) ** 2, 0));
const GROWTH = Math.hypot(STASIS, 0.2);

/** How a net, here a threshold on |slope|, is trained. */
const SIMULATIONS = 10_000;

/** A case: the mechanism, 0 or 1, and |slope|. */
function draw(stream: Stream): { readonly growth: number; readonly steepness: number } {
  const growth = bernoulli(stream, 0.5);
  return { growth, steepness: Math.abs(normal(stream, 0, growth === 1 ? GROWTH : STASIS)) };
}

/** Training: the threshold of least error on simulations. */
function trainedThreshold(key: Key): number {
  const stream = key.stream();
  const drawn: readonly number[][] = [[], []];
  for (let i = 0; i < SIMULATIONS; i++) {
    const { growth, steepness } = draw(stream);
    drawn[growth].push(steepness);
  }
  const [stasis, rising] = drawn.map((values) => Float64Array.from(values).sort());
  let [errors, fewest, best, below] = [stasis.length, stasis.length, 0, 0];
  for (const steepness of stasis) {
    errors--;
    while (below < rising.length && rising[below] <= steepness) [errors, below] = [errors + 1, below + 1];
    if (errors < fewest) [fewest, best] = [errors, steepness];
  }
  return best;
}

/** The exact error of a threshold. */
const errorOf = (threshold: number): number => normalCdf(-threshold / STASIS) + normalCdf(threshold / GROWTH) - 0.5;

/** Thresholds, both trained under the key, on its cases. */
export const trendThresholds: PairedErrors = (key, change) => {
  const threshold = trainedThreshold(key.fold("train").fold("base"));
  const other = change.retrained ? trainedThreshold(key.fold("train").fold("current")) : threshold;
  const flips = flipShare(change, errorOf(threshold), errorOf(other));
  const stream = key.fold("cases").stream();
  const [base, current] = [new Float64Array(CASES), new Float64Array(CASES)];
  for (let i = 0; i < CASES; i++) {
    const { growth, steepness } = draw(stream);
    base[i] = (steepness > threshold ? 1 : 0) === growth ? 0 : 1;
    const wrong = (steepness > other ? 1 : 0) === growth ? 0 : 1;
    current[i] = stream.uniform() < flips ? 1 - wrong : wrong;
  }
  return { base, current };
};
