/**
 * A positive parameter with a log-uniform prior.
 *
 * log θ ~ U(log lower, log upper)
 */
export interface BoxParameter {
  readonly name: string;
  /** Least value, positive. */
  readonly lower: number;
  /** Greatest value, finite and > lower. */
  readonly upper: number;
}
