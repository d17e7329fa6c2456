import { incompleteBeta } from "./incompleteBeta.js";

const logistic = (t: number): number => 1 / (1 + Math.exp(-t));

/** The log-odds t of the p at which P(Binomial(trials, p) ≥ successes) = tail; p increases with t. */
function solveLogOdds(successes: number, trials: number, tail: number): number {
  let low = -700;
  let high = 700;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    const reached = incompleteBeta(logistic(middle), successes, trials - successes + 1, logistic(-middle));
    if (reached < tail) low = middle;
    else high = middle;
  }
}

/**
 * Exact (Clopper–Pearson) confidence interval for a binomial probability.
 *
 * lower solves P(Binomial(n, p) ≥ s) = α/2 and upper solves P(Binomial(n, p) ≤ s) = α/2, with α = 1 − confidence;
 * lower = 0 at s = 0 and upper = 1 at s = n. Found by bisection on the log-odds, so small and near-one bounds
 * keep their digits.
 *
 * @param successes s, an integer in [0, n]
 * @param trials n, an integer ≥ 1
 * @param confidence in (0, 1), for both sides together
 * @returns the closed interval; it covers the true probability with probability ≥ confidence, whatever it is
 * @throws RangeError if an argument leaves its domain
 * @source Clopper & Pearson 1934, "The use of confidence or fiducial limits illustrated in the case of the binomial"
 * @example clopperPearson(0, 10, 0.95).lower // => 0
 */
export function clopperPearson(
  successes: number,
  trials: number,
  confidence: number,
): { readonly lower: number; readonly upper: number } {
  if (!Number.isSafeInteger(trials) || trials < 1) throw new RangeError(`trials must be an integer ≥ 1, got ${trials}`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`successes must be an integer in [0, ${trials}], got ${successes}`);
  }
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be in (0, 1), got ${confidence}`);
  const tail = (1 - confidence) / 2;
  return {
    lower: successes === 0 ? 0 : logistic(solveLogOdds(successes, trials, tail)),
    upper: successes === trials ? 1 : logistic(-solveLogOdds(trials - successes, trials, tail)),
  };
}
