import { categorical } from "../../random/categorical.js";
import type { Key } from "../../random/key.js";
import { normal } from "../../random/normal.js";
import { cholesky } from "./cholesky.js";
import type { ConjugateWorld } from "./conjugateWorld.js";
import { requireFinite } from "./requireFinite.js";

/** Observation times, linspace(0, 10, 20). */
const TIMES: readonly number[] = Array.from({ length: 20 }, (_, i) => (10 * i) / 19);
const CENTRE = 5;
/** Prior standard deviations of θ₀, θ₁, θ₂. */
const SCALES = [1, 0.2, 0.05] as const;
const MECHANISMS = ["stasis", "exponential", "log-quadratic"] as const;

/** Constants of `linearTrend`. */
export interface LinearTrendOptions {
  /** σ, the known standard deviation of the noise on log counts; finite and ≥ 1e-6. */
  readonly sigma: number;
  /** 2: stasis and exponential; 3: also log-quadratic. Default 2. */
  readonly classes?: 2 | 3;
}

/** A mechanism and its coefficients. */
export interface Trend {
  /** Index into `mechanisms`. */
  readonly mechanism: number;
  /** θ₀ … θ_k for mechanism k, shape [k + 1]. */
  readonly coefficients: readonly number[];
}

/** Log counts under one of two or three mechanisms, with exact evidences. */
export interface LinearTrend extends ConjugateWorld<Trend, readonly number[]> {
  readonly mechanisms: readonly string[];
  readonly times: readonly number[];
  /** log p(x | mechanism), shape [classes]. */
  readonly logEvidence: (x: readonly number[]) => number[];
  /** P(mechanism | x), shape [classes]: the Bayes predictor under cross entropy. */
  readonly posteriorProbabilities: (x: readonly number[]) => number[];
}

/**
 * World (A0): 20 log counts x_i = θ₀ + θ₁(t_i − 5) [+ θ₂(t_i − 5)²] + σ ε_i at t = linspace(0, 10, 20); the mechanism
 * is uniform, θ₀ ~ N(0, 1), θ₁ ~ N(0, .2²), θ₂ ~ N(0, .05²); stasis has θ₀ only, exponential θ₀ and θ₁.
 *
 * x | mechanism ~ N(0, S), S = B T Bᵀ + σ²I, B_ij = (t_i − 5)^j, T = diag(1, .2², .05²). With M = σ²T⁻¹ + BᵀB and
 * c = M⁻¹Bᵀx the evidence needs only a matrix of the size of T:
 * xᵀS⁻¹x = (‖x − Bc‖² + σ² cᵀT⁻¹c)/σ²; log |S| = (20 − d) log σ² + log |T| + log |M|, d coefficients
 *
 * @param options σ and the number of classes
 * @returns the simulator with its oracle; the 20 log counts are the features
 * @throws RangeError if a constant is outside its domain, and from the members if θ is not such a trend or x is not 20
 *   finite numbers
 * @source Rasmussen & Williams 2006, "Gaussian Processes for Machine Learning", equations 2.30 (the evidence), A.9 and
 *   A.10 (inverse and determinant of S)
 * @example linearTrend({ sigma: 0.05, classes: 3 }).mechanisms // => ["stasis", "exponential", "log-quadratic"]
 */
export function linearTrend({ sigma, classes = 2 }: LinearTrendOptions): LinearTrend {
  if (!(sigma >= 1e-6 && sigma < Infinity)) throw new RangeError(`sigma must be finite and >= 1e-6, got ${sigma}`);
  if (![2, 3].includes(classes)) throw new RangeError(`classes must be 2 or 3, got ${String(classes)}`);

  const mechanisms = MECHANISMS.slice(0, classes);
  const uniform = mechanisms.map(() => 1 / classes);
  const evidences = mechanisms.map((_, mechanism) => evidenceOf(mechanism + 1, sigma));
  const requireTrend = (theta: Trend): Trend => {
    const { mechanism, coefficients } = theta;
    if (!Number.isInteger(mechanism) || mechanism < 0 || mechanism >= classes) {
      throw new RangeError(`mechanism must be an integer in [0, ${classes}), got ${mechanism}`);
    }
    requireFinite("coefficients", coefficients, mechanism + 1);
    return theta;
  };
  const logEvidence = (x: readonly number[]): number[] => {
    requireFinite("x", x, TIMES.length);
    return evidences.map((evidence) => evidence(x));
  };

  return {
    id: `linear-trend(sigma=${sigma}, classes=${classes})`,
    prior: {
      sample(key: Key) {
        const stream = key.stream();
        const mechanism = categorical(stream, uniform);
        return { mechanism, coefficients: SCALES.slice(0, mechanism + 1).map((scale) => normal(stream, 0, scale)) };
      },
      logProb: (theta) =>
        requireTrend(theta).coefficients.reduce(
          (sum, c, j) => sum - 0.5 * ((c / SCALES[j]) ** 2 + Math.log(2 * Math.PI * SCALES[j] ** 2)),
          -Math.log(classes),
        ),
    },
    simulate(key, theta) {
      const { coefficients } = requireTrend(theta);
      const stream = key.stream();
      return TIMES.map((t) => trendAt(t, coefficients) + sigma * normal(stream));
    },
    featureCount: TIMES.length,
    features: (x) => requireFinite("x", x, TIMES.length),
    mechanisms,
    times: TIMES,
    logEvidence,
    posteriorProbabilities(x) {
      const logs = logEvidence(x);
      const top = Math.max(...logs);
      const weights = logs.map((value) => Math.exp(value - top));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    },
  };
}

/** Σ_j c_j (t − 5)^j. */
function trendAt(t: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, c) => sum * (t - CENTRE) + c, 0);
}

/** The log-evidence of the mechanism with d coefficients, as a function of x. */
function evidenceOf(d: number, sigma: number): (x: readonly number[]) => number {
  const penalties = SCALES.slice(0, d).map((scale) => (sigma / scale) ** 2);
  const moment = (j: number): number => TIMES.reduce((sum, t) => sum + (t - CENTRE) ** j, 0);
  const { solve, logDeterminant } = cholesky(
    penalties.map((penalty, i) => penalties.map((_, j) => moment(i + j) + (i === j ? penalty : 0))),
  );
  const constant =
    TIMES.length * Math.log(2 * Math.PI) +
    (TIMES.length - d) * 2 * Math.log(sigma) +
    SCALES.slice(0, d).reduce((sum, scale) => sum + 2 * Math.log(scale), 0) +
    logDeterminant;
  return (x) => {
    const c = solve(penalties.map((_, j) => x.reduce((sum, value, i) => sum + value * (TIMES[i] - CENTRE) ** j, 0)));
    const misfit = x.reduce((sum, value, i) => sum + (value - trendAt(TIMES[i], c)) ** 2, 0);
    const penalty = c.reduce((sum, value, j) => sum + penalties[j] * value ** 2, 0);
    return -0.5 * ((misfit + penalty) / sigma ** 2 + constant);
  };
}
