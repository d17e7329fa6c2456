import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { linearTrend, type LinearTrend } from "../../../src/simulators/conjugate/linearTrend.js";
import { incompleteBeta } from "../../../src/statistics/incompleteBeta.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";

/** A series and the index of its mechanism. */
export interface TrendCase {
  readonly truth: number;
  readonly x: readonly number[];
}

/** `perSeed` cases at each of ten seeds. */
export function trendCases(world: LinearTrend, perSeed: number): TrendCase[] {
  return Array.from({ length: 10 * perSeed }, (_, i) => {
    const { theta, x } = simulatePair(world, Key.root(i % 10).fold("trend-cases").fold(i));
    return { truth: theta.mechanism, x };
  });
}

/** The share of cases whose mechanism is not the selected one. */
export function errorOn(cases: readonly TrendCase[], select: (x: readonly number[]) => number): number {
  return cases.filter(({ truth, x }) => select(x) !== truth).length / cases.length;
}

/**
 * The exact error, with two classes, of choosing the exponential where Λ > c ≥ 0.
 *
 * σ known: Λ = a²/σ² with a the part of x along the slope; a² ~ g σ² χ²₁, g = 1 under stasis and, for the exponential,
 * g = 1 + .2² Σ(t − 5)²/σ². σ estimated: Λ = 20 log(1 + F/18), F ~ g F(1, 18).
 */
export function exactError(sigma: number, c: number, noise: "known" | "estimated"): number {
  const g = 1 + (0.04 / sigma ** 2) * linearTrend({ sigma }).times.reduce((sum, t) => sum + (t - 5) ** 2, 0);
  const f = 18 * Math.expm1(c / 20);
  const survival = (scale: number): number =>
    noise === "known" ? 2 * normalCdf(-Math.sqrt(c / scale)) : incompleteBeta(18 / (18 + f / scale), 9, 0.5);
  return 0.5 * (survival(1) + 1 - survival(g));
}
