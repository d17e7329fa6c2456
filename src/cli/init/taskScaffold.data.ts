/** A task with its metric: boards/<name>-task.ts. */
export const TASK_SCAFFOLD = `import { beta, binomial, type Metric, type Simulator, type Task } from "simverdict";

/** How often the coin is tossed. */
export const TOSSES = 10;

/** The law of training and test pairs: θ ~ U(0, 1), x ~ Binomial(10, θ). Its constants stand in its id. */
const coin: Simulator<number, number> = {
  id: "coin(tosses=10)",
  prior: { sample: (key) => beta(key.stream(), 1, 1) },
  simulate: (key, theta) => binomial(key.stream(), TOSSES, theta),
};

/** The task: estimate θ from x. A change of its definition or of a case is a new version. */
export const task: Task<number, number, number, number> = {
  id: "{{name}}",
  version: 1,
  title: "How biased is a coin that was tossed ten times",
  simulator: coin,
  truth: (theta) => theta,
  check: (prediction) => {
    if (!(prediction >= 0 && prediction <= 1)) throw new RangeError("a prediction must be a number in [0, 1], got " + String(prediction));
  },
};

/** A score of one prediction, bounded by construction. */
export const squaredDistance: Metric<number, number> = {
  id: "squared-error",
  title: "mean squared error of the estimate",
  direction: "lower",
  range: [0, 1],
  evaluate: (prediction, truth) => (prediction - truth) ** 2,
};
`;

/** Its board with reference rows: boards/<name>.board.ts. */
export const TASK_BOARD_SCAFFOLD = `import { type Entry, leaderboard } from "simverdict";
import { squaredDistance, task, TOSSES } from "./{{name}}-task.js";

/** A rule that needs no training. */
const rule = (model: string, source: string, estimate: (x: number) => number): Entry<number, number> => ({
  model,
  source,
  prepare: () => ({ parameters: 0, predict: (xs) => xs.map(estimate) }),
});

leaderboard({
  task,
  metrics: [squaredDistance],
  entries: [
    // The reference: no estimate has a smaller mean squared error than the posterior mean.
    rule("posterior mean (exact)", "Laplace 1774, the rule of succession", (x) => (x + 1) / (TOSSES + 2)),
    rule("observed share", "maximum likelihood", (x) => x / TOSSES),
    rule("prior mean", "no data", () => 0.5),
  ],
  cases: { smoke: 4_000, standard: 40_000 },
  clock: () => performance.now(),
});
`;
