/**
 * The distance between the mean of n independent values in [0, 1] and its expectation μ that is exceeded with
 * probability at most `falseAlarm`, for every n.
 *
 * P(|mean − μ| > ε) ≤ 2 exp(−nε² / (2(v + ε/3))), v = μ(1 − μ) ≥ the variance
 *
 * @source Bernstein's inequality: Boucheron, Lugosi & Massart 2013, "Concentration Inequalities", section 2.8
 */
export function meanTolerance(mean: number, n: number, falseAlarm: number): number {
  const l = Math.log(2 / falseAlarm) / n;
  return l / 3 + Math.sqrt((l / 3) ** 2 + 2 * mean * (1 - mean) * l);
}
