/** Kolmogorov's distance between the empirical law of `values` and the uniform law on [0, 1]. */
export function uniformDistance(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  return sorted.reduce((worst, u, i) => Math.max(worst, u - i / n, (i + 1) / n - u), 0);
}

/**
 * The distance that n uniform draws exceed with probability at most `falseAlarm`, for every n.
 *
 * P(D > ε) ≤ 2 exp(−2nε²)
 *
 * @source Massart 1990, "The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality", corollary 1
 */
export function uniformTolerance(n: number, falseAlarm: number): number {
  return Math.sqrt(Math.log(2 / falseAlarm) / (2 * n));
}
