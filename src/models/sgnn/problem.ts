import type { Simulator } from "../../simulators/simulator.js";
import type { Loss } from "./loss.js";

/** What a simulation-grounded net is to learn: a target of θ from features of x, under a simulator's joint law. */
export interface SgnnProblem<Theta, X> {
  readonly simulator: Simulator<Theta, X>;
  /** x as the net sees it: finite numbers, as many for every x. */
  readonly features: (x: X) => ArrayLike<number>;
  /** What is to be predicted, in the domain of the loss: as many numbers for every θ. */
  readonly target: (theta: Theta) => number | ArrayLike<number>;
  readonly loss: Loss;
}
