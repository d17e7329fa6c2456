import type { Settings } from "../../harness/settings.js";
import { entryKey } from "../entryKey.js";
import type { LeaderboardDefinition } from "../leaderboardDefinition.js";
import { scoreEntry } from "../scoreEntry.js";
import type { Case } from "../task.js";
import type { Competitors } from "./order.js";
import type { Answered } from "./submissionBoards.js";

/**
 * The entries of a board with their answers to the public cases: equal seeds and tiers give the models of the board's own
 * record, so no loss of theirs need be kept.
 *
 * @param definition the leaderboard
 * @param settings seed and tier
 * @param cases the public cases
 * @param competitors which entries
 * @returns those that answered; one that fails is named on standard output and left out
 */
export async function boardEntries<Theta, X, Truth, P>(
  { task, entries, clock }: LeaderboardDefinition<Theta, X, Truth, P>,
  { seed, tier }: Settings,
  cases: readonly Case<X, Truth>[],
  { against, skip }: Competitors,
): Promise<Answered<P>[]> {
  const answered: Answered<P>[] = [];
  for (const entry of entries) {
    const { model } = entry;
    if (skip.includes(model) || !model.includes(against ?? "")) continue;
    const { predictions, problem } = await scoreEntry(task, entry, cases, { key: entryKey(seed, task.id, model), tier }, clock);
    if (problem === null) answered.push({ model, predictions });
    console.log(`${task.id}: ${model} ${problem === null ? "done" : `failed, and is left out: ${problem}`}`);
  }
  return answered;
}
