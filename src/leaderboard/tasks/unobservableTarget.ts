import type { BayesTarget } from "../../simulators/conjugate/bayesTarget.js";
import type { Simulator } from "../../simulators/simulator.js";
import { checkRealPrediction, type RealPrediction, type RealTruth } from "../realPrediction.js";
import { REAL_FORMAT } from "../submission/realFormat.js";
import type { Task } from "../task.js";

type Series = readonly number[];

/** A simulator with a real target of θ, and its Bayes predictor where that is known exactly. */
export type TargetWorld<Theta> = Simulator<Theta, Series> &
  Pick<BayesTarget<Theta, Series>, "target"> &
  Partial<Pick<BayesTarget<Theta, Series>, "bayesPredictor">>;

/** Prediction of a number that no series shows. */
export type UnobservableTarget<Theta> = Task<Theta, Series, RealTruth, RealPrediction>;

/** What makes the task. */
export interface UnobservableTargetOptions<Theta> {
  /** Lower-case words joined by `-`. */
  readonly name: string;
  /** What is predicted from what. */
  readonly title: string;
  readonly world: TargetWorld<Theta>;
}

/**
 * The frozen task of predicting a target that is never observed from a series.
 *
 * Truth: T(θ), and E[T(θ) | x] where the world knows it exactly
 *
 * @param options name, title and world
 * @returns the task `unobservable/<name>`, version 1
 * @throws RangeError if the name is not made of such words
 */
export function unobservableTarget<Theta>({ name, title, world }: UnobservableTargetOptions<Theta>): UnobservableTarget<Theta> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) throw new RangeError(`name must be lower-case words joined by "-", got "${name}"`);
  const { target, bayesPredictor } = world;
  return {
    id: `unobservable/${name}`,
    version: 1,
    title,
    simulator: world,
    truth: (theta, x) => ({ target: target(theta), ...(bayesPredictor && { posteriorMean: bayesPredictor(x) }) }),
    check: checkRealPrediction,
    format: REAL_FORMAT,
  };
}
