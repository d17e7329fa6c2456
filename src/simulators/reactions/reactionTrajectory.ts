/** When a trajectory is looked at: at 0 and at the end of each interval. */
export interface Schedule {
  /** How many intervals, a whole number ≥ 1. */
  readonly intervals: number;
  /** The length of one, positive and finite, in the time unit of the rates. Default 1. */
  readonly length?: number;
}

/** What an algorithm made of a network; whole numbers where events are drawn, means where they are expected. */
export interface ReactionTrajectory {
  /** Events of each reaction in each interval, by name, each of shape [intervals]: daily incidence, for example. */
  readonly events: Readonly<Record<string, Float64Array>>;
  /** Counts of each species at 0 and at the end of each interval, by name, each of shape [intervals + 1]. */
  readonly states: Readonly<Record<string, Float64Array>>;
}
