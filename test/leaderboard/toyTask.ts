import type { ClassPrediction, ClassTruth } from "../../src/leaderboard/classPrediction.js";
import { checkClassPrediction } from "../../src/leaderboard/classPrediction.js";
import type { Entry } from "../../src/leaderboard/entry.js";
import { classFormat } from "../../src/leaderboard/submission/classFormat.js";
import type { Task } from "../../src/leaderboard/task.js";
import { bernoulli } from "../../src/random/bernoulli.js";

/** The toy task without a format of predictions in files. */
export const formatlessTask: Task<number, number[], ClassTruth, ClassPrediction> = {
  id: "toy/bit",
  version: 1,
  title: "Which of two bits was sent",
  simulator: {
    id: "noisy-bit(flip=0.2)",
    prior: { sample: (key) => bernoulli(key.stream(), 0.5) },
    simulate: (key, bit) => [bernoulli(key.stream(), 0.2) === 1 ? 1 - bit : bit],
  },
  truth: (mechanism, [x]) => ({ mechanism, posterior: x === 1 ? [0.2, 0.8] : [0.8, 0.2] }),
  check: checkClassPrediction(2),
};

/** A fair bit, its noisy copy and the posterior: of two classes, the observation tells the right one in 4 cases of 5. */
export const toyTask: typeof formatlessTask = { ...formatlessTask, format: classFormat(2) };

/** An entry that answers every x by a rule; the rule may break the contract. */
export function toyEntry(model: string, rule: (x: readonly number[]) => unknown): Entry<number[], ClassPrediction> {
  return {
    model,
    source: "made for a test",
    prepare: () => ({ parameters: 0, predict: (xs) => xs.map((x) => rule(x) as ClassPrediction) }),
  };
}
