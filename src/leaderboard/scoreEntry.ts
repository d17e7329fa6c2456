import { inspect } from "node:util";
import { oneLine } from "../harness/oneLine.js";
import { BadCheckpoint } from "../nn/checkpoint/badCheckpoint.js";
import type { Entry, EntryContext } from "./entry.js";
import type { Case, Task } from "./task.js";

/** What an entry answered to the test cases, or what it did wrong. */
export interface Answers<Prediction> {
  readonly predictions: readonly Prediction[];
  readonly parameters: number | null;
  readonly trainSeconds: number | null;
  /** What the entry says of its training, one line. */
  readonly note?: string;
  /** One line; null if all is well. */
  readonly problem: string | null;
  /** Whether the problem is a checkpoint that cannot be gone on from. */
  readonly badCheckpoint?: true;
}

/**
 * Prepare an entry and let it answer the test cases; whatever it does wrong ends in its `problem`, never in a throw.
 *
 * @param task the task, whose check every prediction must pass
 * @param entry the entry
 * @param cases the test cases; the entry sees copies of their x only
 * @param context key and tier
 * @param clock the time in milliseconds
 * @returns the predictions in the order of the cases, or the problem
 */
export async function scoreEntry<Theta, X, Truth, Prediction>(
  task: Task<Theta, X, Truth, Prediction>,
  entry: Entry<X, Prediction>,
  cases: readonly Case<X, Truth>[],
  context: EntryContext,
  clock: () => number,
): Promise<Answers<Prediction>> {
  try {
    const start = clock();
    const predictor = await entry.prepare(context);
    const trainSeconds = Math.max(0, clock() - start) / 1000;
    const { parameters, note } = predictor;
    if (!(Number.isSafeInteger(parameters) && parameters >= 0)) return failed(`parameters must be an integer >= 0, got ${parameters}`);
    // Copies: an entry that writes into its x must not change what the next one sees.
    const predictions = await predictor.predict(structuredClone(cases.map(({ x }) => x)));
    if (predictions.length !== cases.length) return failed(`gave ${predictions.length} predictions for ${cases.length} cases`);
    for (let i = 0; i < cases.length; i++) {
      try {
        task.check(predictions[i]);
      } catch (error) {
        return failed(`case ${i}: ${message(error)}`);
      }
    }
    return { predictions, parameters, trainSeconds, ...(note && { note: oneLine(note) }), problem: null };
  } catch (error) {
    return { ...failed(message(error)), ...(error instanceof BadCheckpoint && { badCheckpoint: true }) };
  }
}

function failed(reason: string): Answers<never> {
  const problem = oneLine(reason);
  // In a record "n/a" says that the metric does not apply, which is no failure.
  return { predictions: [], parameters: null, trainSeconds: null, problem: problem === "n/a" ? 'threw "n/a"' : problem };
}

/** What was thrown: an Error, a text, or anything else. */
function message(thrown: unknown): string {
  if (thrown instanceof Error) return String(thrown.message);
  return typeof thrown === "string" ? thrown : inspect(thrown);
}
