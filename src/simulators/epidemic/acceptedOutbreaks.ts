import type { Key } from "../../random/key.js";
import { logUniform } from "../../random/logUniform.js";
import type { Mechanism } from "../mechanisms/mechanismWorld.js";
import type { Simulator } from "../simulator.js";
import { type EpidemicMechanism, epidemicSkeleton } from "./epidemicSkeleton.js";
import { EPIDEMIC_DAYS, EPIDEMIC_DISPERSION, EPIDEMIC_LEAST_REPORTS, EPIDEMIC_VARIANTS } from "./epidemicVariants.data.js";
import { stochasticOutbreak } from "./stochasticOutbreak.js";

/** No θ of the boxes is given up with more than 1e-15: the slowest (1.5, 8, 1, .2, 6) is accepted once in 540 (measured). */
const ATTEMPTS = 20_000;

/**
 * Parameters and series of stochastic outbreaks that were accepted together: pairs with fewer than 30 reports are thrown
 * away.
 *
 * p(m, θ, x) = (1/K) p(θ, x | m, A), A = {Σ x ≥ 30}, p(θ, x | m, A) ∝ p(θ | m) p(x | m, θ) 1_A(x), θ log-uniform on its
 * boxes. It is drawn in two steps with the same law: the prior draws (θ, x) until x ∈ A and keeps θ alone, so that
 * θ ~ p(θ | m, A); `simulate` draws x until x ∈ A, so that x ~ p(x | m, θ, A). Mechanisms keep equal probability, as each
 * of them is filled by its own accepted pairs. The prior has no density in closed form: p(θ | m, A) ∝ p(θ | m) P(A | m, θ).
 *
 * @param mechanisms `SIR` and `SEIR`, or one of them; θ as `epidemicSkeleton` reads it, m an index into this list
 * @returns prior and simulation of that law; series of 60 days, N = 2000, k = 10
 * @throws RangeError if a mechanism has no stochastic variant, and from `simulate` if θ lies outside its domain or none of
 *   20,000 attempts gives enough reports
 * @source the law of rejection sampling, Devroye 1986, "Non-Uniform Random Variate Generation", section II.3
 */
export function acceptedOutbreaks(mechanisms: readonly EpidemicMechanism[]): Pick<Simulator<Mechanism, readonly number[]>, "prior" | "simulate"> {
  const { population, boxes } = EPIDEMIC_VARIANTS.stochastic;
  const subjects = mechanisms.map((mechanism) => {
    if (mechanism === "SEIRS") throw new RangeError(`mechanisms must be SIR or SEIR, got ${mechanism}`);
    const options = { mechanism, population, days: EPIDEMIC_DAYS, dispersion: EPIDEMIC_DISPERSION };
    return { options, parameters: epidemicSkeleton({ ...options, boxes }).parameters };
  });
  const isAccepted = (x: readonly number[]): boolean => x.reduce((sum, count) => sum + count, 0) >= EPIDEMIC_LEAST_REPORTS;
  return {
    prior: {
      sample(key: Key) {
        const stream = key.stream();
        const mechanism = Math.floor(stream.uniform() * subjects.length);
        const { options, parameters: names } = subjects[mechanism];
        for (;;) {
          const parameters = names.map(({ lower, upper }) => logUniform(stream, lower, upper));
          if (isAccepted(stochasticOutbreak(stream, options, parameters))) return { mechanism, parameters };
        }
      },
    },
    simulate(key, { mechanism, parameters }) {
      const stream = key.stream();
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const x = stochasticOutbreak(stream, subjects[mechanism].options, parameters);
        if (isAccepted(x)) return x;
      }
      throw new RangeError(
        `parameters must give ${EPIDEMIC_LEAST_REPORTS} reports in one of ${ATTEMPTS} attempts, got [${parameters.join(", ")}]`,
      );
    },
  };
}
