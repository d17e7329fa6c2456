import { z } from "zod";
import type { Key } from "../../random/key.js";
import { normal } from "../../random/normal.js";
import type { BayesTarget } from "./bayesTarget.js";
import { cholesky } from "./cholesky.js";
import type { ConjugateWorld } from "./conjugateWorld.js";
import { loadFixture } from "./loadFixture.js";
import { requireFinite } from "./requireFinite.js";

const PARAMETERS = 4;
const OBSERVABLES = 6;

const schema = z.object({
  A: z.array(z.array(z.number()).length(PARAMETERS)).length(OBSERVABLES),
  noise_sd: z.number().positive(),
  target: z.array(z.number()).length(PARAMETERS),
});

type Vector = readonly number[];

/** Parameters of a multivariate normal law. */
export interface GaussianLaw {
  readonly mean: Vector;
  readonly covariance: readonly Vector[];
}

/** Six noisy linear measurements of four normal parameters, with the exact posterior. */
export interface GaussianLinear extends ConjugateWorld<Vector, Vector> {
  /** The law of θ given x; its covariance P does not depend on x. */
  readonly posterior: (x: Vector) => GaussianLaw;
  readonly targets: {
    /** a·θ. */
    readonly linear: BayesTarget<Vector, Vector>;
    /** θ₁². */
    readonly firstSquared: BayesTarget<Vector, Vector>;
  };
}

/**
 * World: θ ~ N(0, I₄) and x = A θ + σ ε in ℝ⁶ with the frozen 6×4 matrix A, σ = 0.7, ε ~ N(0, I₆).
 *
 * P = (I + AᵀA/σ²)⁻¹, μ(x) = P Aᵀx/σ²; a·θ: predictor a·μ, risk aᵀPa; θ₁²: predictor μ₁² + P₁₁,
 * risk E Var(θ₁² | x) = 4 E[μ₁²] P₁₁ + 2 P₁₁², where E[μ₁²] = 1 − P₁₁
 *
 * @returns the simulator with its oracle; the six measurements are the features
 * @throws Error if the fixture is missing or damaged; from the members, RangeError if θ is not 4 or x not 6 finite
 *   numbers
 * @source Bishop 2006, "Pattern Recognition and Machine Learning", equations 3.53 and 3.54; the risk of θ₁² is the
 *   variance of a squared normal variable; fixtures/conjugate/gaussian-linear.json
 * @example gaussianLinear().targets.linear.bayesRisk // => 0.5284647606581484
 */
export function gaussianLinear(): GaussianLinear {
  const { values, sha256 } = loadFixture("gaussian-linear", schema);
  const { A, noise_sd: sigma, target: a } = values;

  const rows = Array.from({ length: PARAMETERS }, (_, i) => i);
  const precision = rows.map((i) =>
    rows.map((j) => (i === j ? 1 : 0) + A.reduce((sum, row) => sum + row[i] * row[j], 0) / sigma ** 2),
  );
  const { solve } = cholesky(precision);
  const covariance = rows.map((i) => solve(rows.map((j) => (i === j ? 1 : 0))));
  const mean = (x: Vector): number[] => {
    requireFinite("x", x, OBSERVABLES);
    return solve(rows.map((i) => A.reduce((sum, row, k) => sum + row[i] * x[k], 0) / sigma ** 2));
  };
  const variance = covariance[0][0];
  const theta = (value: Vector): Vector => requireFinite("theta", value, PARAMETERS);

  return {
    id: `gaussian-linear(fixture=${sha256.slice(0, 16)})`,
    prior: {
      sample(key: Key) {
        const stream = key.stream();
        return rows.map(() => normal(stream));
      },
      logProb: (value) => -0.5 * (dot(theta(value), value) + PARAMETERS * Math.log(2 * Math.PI)),
    },
    simulate(key, value) {
      theta(value);
      const stream = key.stream();
      return A.map((row) => dot(row, value) + sigma * normal(stream));
    },
    featureCount: OBSERVABLES,
    features: (x) => requireFinite("x", x, OBSERVABLES),
    posterior: (x) => ({ mean: mean(x), covariance }),
    targets: {
      linear: {
        target: (value) => dot(a, theta(value)),
        bayesPredictor: (x) => dot(a, mean(x)),
        bayesRisk: dot(a, covariance.map((row) => dot(row, a))),
      },
      firstSquared: {
        target: (value) => theta(value)[0] ** 2,
        bayesPredictor: (x) => mean(x)[0] ** 2 + variance,
        bayesRisk: 4 * (1 - variance) * variance + 2 * variance ** 2,
      },
    },
  };
}

function dot(u: Vector, v: Vector): number {
  return u.reduce((sum, value, i) => sum + value * v[i], 0);
}
