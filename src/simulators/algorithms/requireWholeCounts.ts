import type { ReactionNetwork } from "../reactions/reactionNetwork.js";
import { requireCount } from "../reactions/requireNumber.js";

/**
 * A network whose initial counts are whole, as algorithms that draw single events need.
 *
 * X_s(0) ∈ {0, 1, 2, …} for every species s
 *
 * @param network the network as data
 * @returns the network
 * @throws RangeError if an initial count is not a whole number ≥ 0
 */
export function requireWholeCounts(network: ReactionNetwork): ReactionNetwork {
  for (const [name, count] of Object.entries(network.initial)) requireCount(`initial ${name}`, count, 0);
  return network;
}
