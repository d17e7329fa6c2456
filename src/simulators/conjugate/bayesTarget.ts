/**
 * A real function of the parameter, with the predictor of least mean squared error and that error.
 *
 * f*(x) = E[T(θ) | x]; R* = E Var(T(θ) | x)
 *
 * @typeParam Theta the parameter θ
 * @typeParam X the observable x
 */
export interface BayesTarget<Theta, X> {
  /** T(θ). */
  readonly target: (theta: Theta) => number;
  /** E[T(θ) | x]. */
  readonly bayesPredictor: (x: X) => number;
  /** E Var(T(θ) | x), in squared units of T. */
  readonly bayesRisk: number;
}
