import { beta } from "../../random/beta.js";
import { binomial } from "../../random/binomial.js";
import type { Key } from "../../random/key.js";
import { betaCdf } from "./betaCdf.js";
import { betaQuantile } from "./betaQuantile.js";
import type { ConjugateWorld } from "./conjugateWorld.js";

/** Constants of `betaBinomial`. */
export interface BetaBinomialOptions {
  /** Prior parameter a, an integer ≥ 1; default 2. */
  readonly a?: number;
  /** Prior parameter b, an integer ≥ 1; default 3. */
  readonly b?: number;
  /** n, an integer ≥ 1; default 10. */
  readonly trials?: number;
}

/** Parameters of a beta law with mean a/(a + b). */
export interface BetaLaw {
  readonly a: number;
  readonly b: number;
}

/** Successes in n trials with a beta prior on their probability θ, and its exact posterior. */
export interface BetaBinomial extends ConjugateWorld<number, number> {
  /** The law of θ given x successes. */
  readonly posterior: (x: number) => BetaLaw;
  /** F(q | x) = P(θ ≤ q | x). */
  readonly posteriorCdf: (x: number, q: number) => number;
  /** F⁻¹(τ | x), the Bayes predictor under the pinball loss of level τ. */
  readonly posteriorQuantile: (x: number, level: number) => number;
  /** P(θ > ½ | x), the Bayes predictor of the label 1[θ > ½] under cross entropy. */
  readonly probabilityAboveHalf: (x: number) => number;
  /** p(x) for x = 0 … n. */
  readonly marginal: readonly number[];
  /** The least expected cross entropy of a prediction of 1[θ > ½] from x, in nats. */
  readonly bayesCrossEntropy: number;
}

/**
 * World: θ ~ Beta(a, b) and x ~ Binomial(n, θ).
 *
 * θ | x ~ Beta(a + x, b + n − x); p(x) = C(n, x) B(a + x, b + n − x)/B(a, b)
 *
 * Integer parameters make the incomplete beta function a finite sum, so every oracle is exact.
 *
 * @param options a, b and n, integers ≥ 1 with a + n ≤ 1000 and b + n ≤ 1000
 * @returns the simulator with its oracle; the feature is x/n
 * @throws RangeError if a constant is outside its domain, and from the members if θ is not in [0, 1], x is not an
 *   integer in [0, n], q is NaN or a level is not in [0, 1]
 * @source Gelman et al. 2013, "Bayesian Data Analysis", 3rd edition, section 2.4
 * @example betaBinomial().posterior(4) // => { a: 6, b: 9 }
 */
export function betaBinomial({ a = 2, b = 3, trials = 10 }: BetaBinomialOptions = {}): BetaBinomial {
  for (const [name, value] of Object.entries({ a, b, trials })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be an integer >= 1, got ${value}`);
  }
  if (Math.max(a, b) + trials > 1000) {
    throw new RangeError(`a + trials and b + trials must be <= 1000, got ${a + trials} and ${b + trials}`);
  }

  const requireOutcome = (x: number): number => {
    if (Number.isInteger(x) && x >= 0 && x <= trials) return x;
    throw new RangeError(`x must be an integer in [0, ${trials}], got ${x}`);
  };
  const posterior = (x: number): BetaLaw => ({ a: a + requireOutcome(x), b: b + trials - x });
  const posteriorCdf = (x: number, q: number): number => {
    const law = posterior(x);
    return betaCdf(q, law.a, law.b);
  };
  const probabilityAboveHalf = (x: number): number => {
    const law = posterior(x);
    return betaCdf(0.5, law.b, law.a); // 1 − θ ~ Beta(b, a), and ½ is its own mirror image
  };
  const marginal = betaBinomialProbabilities(a, b, trials);
  return {
    id: `beta-binomial(a=${a}, b=${b}, trials=${trials})`,
    prior: {
      sample: (key: Key) => beta(key.stream(), a, b),
      logProb(theta) {
        if (Number.isNaN(theta)) throw new RangeError("theta must be a number, got NaN");
        if (theta < 0 || theta > 1) return -Infinity;
        return logInverseBeta(a, b) + power(a - 1, Math.log(theta)) + power(b - 1, Math.log1p(-theta));
      },
    },
    simulate(key, theta) {
      if (!(theta >= 0 && theta <= 1)) throw new RangeError(`theta must lie in [0, 1], got ${theta}`);
      return binomial(key.stream(), trials, theta);
    },
    featureCount: 1,
    features: (x) => [requireOutcome(x) / trials],
    posterior,
    posteriorCdf,
    posteriorQuantile(x, level) {
      const law = posterior(x);
      return betaQuantile(level, law.a, law.b);
    },
    probabilityAboveHalf,
    marginal,
    bayesCrossEntropy: marginal.reduce((sum, p, x) => {
      const [above, below] = [probabilityAboveHalf(x), posteriorCdf(x, 0.5)];
      return sum - p * (power(above, Math.log(above)) + power(below, Math.log(below)));
    }, 0),
  };
}

/** p(x) for x = 0 … n, from p(0) = Π (b + i)/(a + b + i) and p(x + 1)/p(x) in logarithms. */
function betaBinomialProbabilities(a: number, b: number, trials: number): number[] {
  let logP = 0;
  for (let i = 0; i < trials; i++) logP += Math.log((b + i) / (a + b + i));
  return Array.from({ length: trials + 1 }, (_, x) => {
    if (x > 0) logP += Math.log(((trials - x + 1) / x) * ((a + x - 1) / (b + trials - x)));
    return Math.exp(logP);
  });
}

/** log 1/B(a, b) = log a + Σ_{i=1}^{b−1} log((a + i)/i). */
function logInverseBeta(a: number, b: number): number {
  let sum = Math.log(a);
  for (let i = 1; i < b; i++) sum += Math.log((a + i) / i);
  return sum;
}

/** n · log u with 0 · log 0 = 0. */
function power(n: number, logU: number): number {
  return n === 0 ? 0 : n * logU;
}
