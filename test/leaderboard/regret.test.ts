import { expect, test } from "vitest";
import { regret } from "../../src/leaderboard/regret.js";

const posterior = [0.2, 0.5, 0.3];

test.each([
  [1, 0],
  [2, 0.2],
  [0, 0.3],
  [[0.1, 0.1, 0.8], 0.2],
  [[0.4, 0.4, 0.2], 0.3],
])("the choice of %j gives away %d, whatever the true class", (prediction, given) => {
  for (const mechanism of [0, 1, 2]) expect(regret.evaluate(prediction, { mechanism, posterior })).toBeCloseTo(given, 15);
});

test("does not apply where the posterior is not known", () => {
  expect(regret.evaluate(1, { mechanism: 1 })).toBeNull();
});

test("averaged over the posterior it is the error above that of the Bayes rule", () => {
  const error = (choice: number): number => 1 - posterior[choice];
  for (const choice of [0, 1, 2]) expect(regret.evaluate(choice, { mechanism: 0, posterior })).toBeCloseTo(error(choice) - error(1), 15);
});
