import type { Tier, Tiered } from "../harness/tier.js";
import type { Entry } from "./entry.js";
import type { Metric } from "./metric.js";
import type { Task } from "./task.js";

/** Models that compete on a task under some metrics. */
export interface LeaderboardDefinition<Theta, X, Truth, Prediction> {
  readonly task: Task<Theta, X, Truth, Prediction>;
  /** At least one; each makes a board of its own. */
  readonly metrics: readonly [Metric<Prediction, Truth>, ...Metric<Prediction, Truth>[]];
  /** At least one, of different names. */
  readonly entries: readonly Entry<X, Prediction>[];
  /** How many of the task's cases are scored. */
  readonly cases: Tiered<number>;
  /** Tiers at which there is a board, at least one; all if not given. For tasks that are dear at every size of models. */
  readonly tiers?: readonly Tier[];
  /** The time in milliseconds, for the training times. */
  readonly clock: () => number;
}
