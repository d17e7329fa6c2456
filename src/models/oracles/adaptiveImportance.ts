import type { Stream } from "../../random/stream.js";
import type { LogBox } from "../baselines/fitting/logBox.js";
import { boxMixture, type Component, isInside } from "./boxMixture.js";
import { studentLaw } from "./studentLaw.js";

/** Weighted draws from a density on a box, and the integral of that density. */
export interface ImportanceSample {
  /** log of the mean of f over the box, ∫ f/V. */
  readonly logMean: number;
  /** z, shape [draws][d]. */
  readonly points: readonly Float64Array[];
  /** Shape [draws], each ≥ 0, with sum 1; all 0 if no draw has a positive density. */
  readonly weights: Float64Array;
  /** 1/Σ w², in [1, draws]: how many equally weighted draws these are worth; 0 if all weights are 0. */
  readonly ess: number;
}

/** How `adaptiveImportance` spends its draws. */
export interface ImportanceBudget {
  /** Draws of the last round, which alone makes the result; an integer ≥ 2. */
  readonly draws: number;
  /** Rounds before, of half as many draws each, that shape the proposal; an integer ≥ 0. */
  readonly rounds: number;
}

/**
 * Check a budget.
 *
 * draws ≥ 2, rounds ≥ 0
 *
 * @param budget draws and rounds
 * @returns the same budget
 * @throws RangeError if one is not such an integer
 * @source none: an argument check
 */
export function requireBudget(budget: ImportanceBudget): ImportanceBudget {
  const { draws, rounds } = budget;
  if (!Number.isInteger(draws) || draws < 2) throw new RangeError(`draws must be an integer ≥ 2, got ${draws}`);
  if (!Number.isInteger(rounds) || rounds < 0) throw new RangeError(`rounds must be an integer ≥ 0, got ${rounds}`);
  return budget;
}

/** Share of the draws that are uniform on the box. */
const UNIFORM = 0.1;
/** Share of the first proposal in the later ones, against an adaptation that lost a mode. */
const FIRST = 0.2;
/** Degrees of freedom of the Student laws: tails much heavier than those of a likelihood, with a finite variance. */
export const DEGREES = 5;

/**
 * Integrate a density over a box by importance sampling, with a proposal that learns from its own draws.
 *
 * ∫ f/V ≈ (1/n) Σ_i f(z_i)/(V q(z_i)), unbiased for the proposal q of the last round; before it, q gains in every round
 * a Student law with the weighted mean and covariance of the draws, the weights w flattened to w^γ until they are worth
 * 10 d draws
 *
 * @param logDensity log f on the box; −∞ is 0
 * @param box bounds, shape [d] each
 * @param start the first proposal, beside the uniform law; may be empty
 * @param budget draws and rounds
 * @param stream source of randomness
 * @returns the integral and the weighted draws of the last round
 * @throws RangeError if the budget is outside its domain or a density is NaN or ∞
 * @source Cappé, Guillin, Marin & Robert 2004, "Population Monte Carlo"; Oh & Berger 1992, "Adaptive importance sampling
 *   in Monte Carlo integration"
 */
export function adaptiveImportance(
  logDensity: (z: Float64Array) => number,
  box: LogBox,
  start: readonly Component[],
  budget: ImportanceBudget,
  stream: Stream,
): ImportanceSample {
  const { draws, rounds } = requireBudget(budget);
  const total = start.reduce((sum, { weight }) => sum + weight, 0);
  const first = start.map(({ law, weight }) => ({ law, weight: (FIRST * weight) / total }));
  let components = first;
  for (let round = 0; ; round++) {
    const count = round === rounds ? draws : Math.ceil(draws / 2);
    const mixture = boxMixture(box, components.length === 0 ? 1 : UNIFORM, components);
    const points = mixture.sample(stream, count);
    const logWeights = Float64Array.from(points, (z) => {
      if (!isInside(box, z)) return -Infinity;
      const value = logDensity(z);
      if (!(value < Infinity)) throw new RangeError(`a log density must be a number or −∞, got ${value}`);
      return value - mixture.logDensity(z);
    });
    const top = logWeights.reduce((a, b) => Math.max(a, b), -Infinity);
    if (round === rounds) return summary(points, logWeights, top, box);
    if (top > -Infinity) components = [...first, { law: learned(points, logWeights, top, box), weight: 1 - FIRST }];
  }
}

function summary(points: readonly Float64Array[], logWeights: Float64Array, top: number, box: LogBox): ImportanceSample {
  if (top === -Infinity) return { logMean: top, points, weights: new Float64Array(points.length), ess: 0 };
  const { weights, sum, ess } = flattened(logWeights, top, 1);
  const logVolume = box.lower.reduce((log, low, j) => log + Math.log(box.upper[j] - low), 0);
  return { logMean: Math.log(sum / points.length) + top - logVolume, points, weights, ess };
}

/** Weights w^γ with sum 1, what they are worth, and the sum of w^γ/max w^γ. */
function flattened(logWeights: Float64Array, top: number, gamma: number): { weights: Float64Array; sum: number; ess: number } {
  const weights = logWeights.map((value) => Math.exp(gamma * (value - top)));
  const sum = weights.reduce((a, b) => a + b, 0);
  for (let i = 0; i < weights.length; i++) weights[i] /= sum;
  return { weights, sum, ess: 1 / weights.reduce((a, b) => a + b * b, 0) };
}

/** The Student law with the moments of weighted draws, and a little of the box's own variance. */
function learned(points: readonly Float64Array[], logWeights: Float64Array, top: number, { lower, upper }: LogBox): ReturnType<typeof studentLaw> {
  const d = lower.length;
  let gamma = 1;
  let { weights, ess } = flattened(logWeights, top, gamma);
  while (ess < 10 * d && gamma > 1e-3) ({ weights, ess } = flattened(logWeights, top, (gamma *= 0.7)));
  const mean = new Float64Array(d);
  points.forEach((z, i) => z.forEach((value, j) => (mean[j] += weights[i] * value)));
  const shape = Array.from({ length: d }, () => new Float64Array(d));
  points.forEach((z, i) => {
    if (weights[i] === 0) return;
    for (let j = 0; j < d; j++) for (let k = 0; k < d; k++) shape[j][k] += weights[i] * (z[j] - mean[j]) * (z[k] - mean[k]);
  });
  for (let j = 0; j < d; j++) shape[j][j] += 1e-8 * (upper[j] - lower[j]) ** 2;
  return studentLaw(mean, shape, DEGREES);
}
