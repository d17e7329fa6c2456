import type { Stream } from "../../random/stream.js";
import type { ReactionNetwork } from "../reactions/reactionNetwork.js";
import type { Schedule, ReactionTrajectory } from "../reactions/reactionTrajectory.js";

/** A way to run any reaction network over time. */
export interface ReactionAlgorithm {
  /** Stable identity with its constants, for example `binomial-chain(step=0.25)`. */
  readonly id: string;
  /** Whether events are drawn one by one, as whole numbers; otherwise they are means, and no randomness is used. */
  readonly draws: boolean;
  /** One trajectory; equal streams give equal trajectories. */
  readonly simulate: (stream: Stream, network: ReactionNetwork, schedule: Schedule) => ReactionTrajectory;
}
