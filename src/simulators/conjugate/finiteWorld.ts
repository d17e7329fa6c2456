import { z } from "zod";
import type { BayesTarget } from "./bayesTarget.js";
import { type DiscreteWorld, discreteWorld } from "./discreteWorld.js";
import { loadFixture } from "./loadFixture.js";
import { requireFinite } from "./requireFinite.js";

const STATES = 8;
const OUTCOMES = 32;
/** The two outcomes on which the collinear target's Bayes predictor agrees although their posteriors differ. */
const COLLIDING = [14, 22] as const;

const schema = z.object({
  p_theta: z.array(z.number()).length(STATES),
  p_x_given_theta: z.array(z.array(z.number()).length(OUTCOMES)).length(STATES),
  T: z.array(z.number()).length(STATES),
});

/** Options of `finiteWorld`. */
export interface FiniteWorldOptions {
  /** Another prior over the 8 states, such as the uniform one; the targets stay the same functions of the state. */
  readonly prior?: readonly number[];
}

/** The frozen world of 8 states and 32 outcomes. */
export interface FiniteWorld extends DiscreteWorld {
  readonly targets: {
    /** T, a cubic of the state with bumps. */
    readonly cubic: BayesTarget<number, number>;
    /** T2, whose Bayes predictor is the same at the outcomes 14 and 22 under the fixture's prior. */
    readonly collinear: BayesTarget<number, number>;
  };
}

/**
 * World: 8 states and 32 outcomes with frozen tables, p(θ) drawn from Dirichlet(2·1₈) and p(x | θ) from
 * Dirichlet(0.3·1₃₂).
 *
 * T = linspace(−1, 1, 8)³ + (0, .3, 0, −.3, .3, 0, −.3, 0);
 * T2 = T − Δ (T·Δ)/‖Δ‖² with Δ = p(θ | x = 14) − p(θ | x = 22) under the frozen prior, so that Δ·T2 = 0
 *
 * @param options a prior in place of the frozen one, shape [8]; targets do not change with it, their predictors do
 * @returns the world with both targets; the features of x are its indicator vector of length 32
 * @throws RangeError if the prior is not 8 probabilities; Error if the fixture is missing or damaged
 * @source fixtures/conjugate/finite-world.json
 * @example finiteWorld().targets.cubic.bayesRisk // => 0.25782216379915934
 */
export function finiteWorld(options: FiniteWorldOptions = {}): FiniteWorld {
  const { values, sha256 } = loadFixture("finite-world", schema);
  const frozen = discreteWorld({ prior: values.p_theta, likelihood: values.p_x_given_theta });
  const { prior } = options;
  const world =
    prior === undefined
      ? frozen
      : discreteWorld({ prior: requireFinite("prior", prior, STATES), likelihood: values.p_x_given_theta });

  const [p, q] = COLLIDING.map((x) => frozen.posterior(x)) as [readonly number[], readonly number[]];
  const delta = p.map((value, state) => value - q[state]);
  const shift = dot(values.T, delta) / dot(delta, delta);
  const collinear = values.T.map((value, state) => value - shift * delta[state]);
  return {
    ...world,
    id: `finite(fixture=${sha256.slice(0, 16)}${prior === undefined ? "" : `, prior=${JSON.stringify(prior)}`})`,
    targets: { cubic: world.targetOf(values.T), collinear: world.targetOf(collinear) },
  };
}

function dot(u: readonly number[], v: readonly number[]): number {
  return u.reduce((sum, value, i) => sum + value * v[i], 0);
}
