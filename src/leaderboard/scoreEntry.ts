import { oneLine } from "../harness/oneLine.js";
import type { Entry, EntryContext } from "./entry.js";
import type { Case, Task } from "./task.js";

/** What an entry answered to the test cases, or what it did wrong. */
export interface Answers<Prediction> {
  readonly predictions: readonly Prediction[];
  readonly parameters: number | null;
  readonly trainSeconds: number | null;
  /** One line; null if all is well. */
  readonly problem: string | null;
}

/**
 * Prepare an entry and let it answer the test cases; whatever it does wrong ends in its `problem`, never in a throw.
 *
 * @param task the task, whose check every prediction must pass
 * @param entry the entry
 * @param cases the test cases; the entry sees their x only
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
    const trainSeconds = (clock() - start) / 1000;
    const predictions = predictor.predict(cases.map(({ x }) => x));
    if (predictions.length !== cases.length) return failed(`gave ${predictions.length} predictions for ${cases.length} cases`);
    for (const [i, prediction] of predictions.entries()) {
      try {
        task.check(prediction);
      } catch (error) {
        return failed(`case ${i}: ${message(error)}`);
      }
    }
    return { predictions, parameters: predictor.parameters, trainSeconds, problem: null };
  } catch (error) {
    return failed(message(error));
  }
}

const failed = (problem: string): Answers<never> => ({
  predictions: [],
  parameters: null,
  trainSeconds: null,
  problem: oneLine(problem),
});

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));
