import { readRecord, writeRecord } from "../../harness/recordFile.js";
import type { Settings } from "../../harness/settings.js";
import type { LeaderboardDefinition } from "../leaderboardDefinition.js";
import { BadSubmission } from "./badSubmission.js";
import { exportTask } from "./exportTask.js";
import { type Order, orderSchema, outcomeFile, outcomeSchema } from "./order.js";
import { rescoreSubmissions } from "./rescoreSubmissions.js";
import { scoreSubmission } from "./scoreSubmission.js";

/**
 * Do with a leaderboard what `simverdict export`, `submit` or `rescore` asks for, and write down what became of it.
 *
 * @param path the order's file; the outcome goes beside it
 * @param definition the leaderboard
 * @param settings the run's settings
 * @throws BadRecordFile if the order cannot be read or something cannot be written; what is wrong with a submission is an
 *   outcome, not an error
 */
export async function carryOut<Theta, X, Truth, P>(
  path: string,
  definition: LeaderboardDefinition<Theta, X, Truth, P>,
  settings: Settings,
): Promise<void> {
  const order = await readRecord<Order>(path, orderSchema);
  let refused: { message: string; integrity: boolean } | null = null;
  try {
    if (order.do === "export") await exportTask(definition, settings, order);
    else if (order.do === "submit") await scoreSubmission(definition, settings, order);
    else await rescoreSubmissions(definition, settings, order);
  } catch (error) {
    if (!(error instanceof BadSubmission)) throw error;
    refused = { message: error.message, integrity: error.integrity };
  }
  await writeRecord(outcomeFile(path), outcomeSchema, { refused });
}
