import { gammaln } from "simple-statistics";
import { gamma } from "../../random/gamma.js";
import type { Key } from "../../random/key.js";
import { poisson } from "../../random/poisson.js";
import type { ConjugateWorld } from "./conjugateWorld.js";

/** Constants of `gammaPoisson`. */
export interface GammaPoissonOptions {
  /** m, how many counts one observation holds; an integer ≥ 1. */
  readonly counts: number;
  /** Shape a > 0 of the prior; default 2. */
  readonly shape?: number;
  /** Rate b > 0 of the prior; default 1. */
  readonly rate?: number;
}

/** Parameters of a gamma law with mean shape/rate. */
export interface GammaLaw {
  readonly shape: number;
  readonly rate: number;
}

/** Poisson counts with a gamma prior on their rate λ, and its exact posterior. */
export interface GammaPoisson extends ConjugateWorld<number, readonly number[]> {
  /** The law of λ given m counts. */
  readonly posterior: (x: readonly number[]) => GammaLaw;
  /** E[λ | x], the Bayes predictor under squared error. */
  readonly posteriorMean: (x: readonly number[]) => number;
  /** E Var(λ | x), the least mean squared error any predictor of λ can reach. */
  readonly bayesRisk: number;
}

/**
 * World: λ ~ Gamma(a, b) and x₁ … x_m ~ Poisson(λ), independent given λ.
 *
 * λ | x ~ Gamma(a + Σx, b + m); E[λ | x] = (a + Σx)/(b + m); Bayes risk a/(b(b + m))
 *
 * @param options m, a and b; a and b finite and positive
 * @returns the simulator with its oracle; the m counts are the features
 * @throws RangeError if a constant is outside its domain, and from the members if λ is not finite and ≥ 0 or x is
 *   not m integers ≥ 0
 * @source Gelman et al. 2013, "Bayesian Data Analysis", 3rd edition, section 2.6; the risk is E Var(λ | x) with
 *   E Σx = ma/b
 * @example gammaPoisson({ counts: 5 }).posteriorMean([1, 0, 2, 0, 1]) // => 1
 */
export function gammaPoisson({ counts, shape = 2, rate = 1 }: GammaPoissonOptions): GammaPoisson {
  if (!Number.isSafeInteger(counts) || counts < 1) {
    throw new RangeError(`counts must be an integer >= 1, got ${counts}`);
  }
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`shape must be finite and > 0, got ${shape}`);
  if (!(rate > 0 && rate < Infinity)) throw new RangeError(`rate must be finite and > 0, got ${rate}`);

  const logConstant = shape * Math.log(rate) - gammaln(shape);
  const posterior = (x: readonly number[]): GammaLaw => {
    const total = requireCounts(x, counts).reduce((sum, count) => sum + count, 0);
    return { shape: shape + total, rate: rate + counts };
  };
  return {
    id: `gamma-poisson(counts=${counts}, shape=${shape}, rate=${rate})`,
    prior: {
      sample: (key: Key) => gamma(key.stream(), shape, rate),
      logProb(lambda) {
        if (Number.isNaN(lambda)) throw new RangeError("lambda must be a number, got NaN");
        if (lambda <= 0 || lambda === Infinity) return -Infinity;
        return logConstant + (shape - 1) * Math.log(lambda) - rate * lambda;
      },
    },
    simulate(key, lambda) {
      if (!(lambda >= 0 && lambda < Infinity)) throw new RangeError(`lambda must be finite and >= 0, got ${lambda}`);
      const stream = key.stream();
      return Array.from({ length: counts }, () => poisson(stream, lambda));
    },
    featureCount: counts,
    features: (x) => requireCounts(x, counts),
    posterior,
    posteriorMean: (x) => {
      const law = posterior(x);
      return law.shape / law.rate;
    },
    bayesRisk: shape / (rate * (rate + counts)),
  };
}

function requireCounts(x: readonly number[], counts: number): readonly number[] {
  if (x.length !== counts) throw new RangeError(`x must hold ${counts} counts, got ${x.length}`);
  for (const count of x) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`x must hold integers >= 0, got ${count}`);
  }
  return x;
}
