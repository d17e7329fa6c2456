import { expect, test } from "vitest";
import { trainingLine } from "../../src/leaderboard/trainingNews.js";

test.each([
  [{ model: "net", step: 50, steps: 5000, loss: 1234.5678 }, "net: step 50 of 5000 (1 %), loss 1235"],
  [{ model: "net", step: 4999, steps: 5000, loss: -1e-7 }, "net: step 4999 of 5000 (99 %), loss -1e-7"],
  [{ model: "net", step: 5000, steps: 5000, loss: 0 }, "net: step 5000 of 5000 (100 %), loss 0"],
  [{ model: "net", step: 512, steps: 128_000 }, "net: rollout step 512 of 128000 (0 %)"],
])("a line about a training", (news, line) => {
  expect(trainingLine(news)).toBe(line);
});
