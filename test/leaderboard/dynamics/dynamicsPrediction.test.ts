import { expect, test } from "vitest";
import { checkDynamicsPrediction, type DynamicsPrediction } from "../../../src/leaderboard/dynamics/dynamicsPrediction.js";
import { LOST_ONE, prediction, QUESTION } from "./question.js";

const check = checkDynamicsPrediction(QUESTION);

test.each([
  ["a whole ensemble", prediction()],
  ["one without a density", prediction({ logLikelihood: null })],
  ["one with a lost rollout", prediction({ ensemble: LOST_ONE })],
])("%s passes", (_, given) => {
  expect(() => check(given)).not.toThrow();
});

test.each([
  ["a density that is not finite", prediction({ logLikelihood: NaN }), "logLikelihood must be finite or null, got NaN"],
  ["no density at all", { ensemble: LOST_ONE }, "logLikelihood must be finite or null, got undefined"],
  ["no ensemble", { logLikelihood: 1 }, "ensemble must have shape [2, 2, 3]"],
  ["nothing", undefined, "logLikelihood must be finite or null, got undefined"],
  ["a rollout too few", prediction({ ensemble: [LOST_ONE[0], [[1, 2], [1, 2]]] }), "ensemble must have shape [2, 2, 3]"],
  ["a horizon too few", prediction({ ensemble: [LOST_ONE[0]] }), "ensemble must have shape [2, 2, 3]"],
  [
    "an infinite value",
    prediction({ ensemble: [LOST_ONE[0], [[1, Infinity, 3], [1, 2, 3]]] }),
    "x of rollout 1 after 10 observations must be finite, or null where the rollout was lost, got Infinity",
  ],
  [
    "a rollout that is lost in one statistic only",
    prediction({ ensemble: [LOST_ONE[0], [[1, 2, 3], [1, 2, null]]] }),
    "y of rollout 2 after 10 observations is null, but other statistics of it are not",
  ],
  [
    "a rollout that comes back",
    prediction({ ensemble: [[[1, 2, null], [1, 2, null]], LOST_ONE[0]] }),
    "x of rollout 2 after 10 observations must be null, for the rollout was lost before",
  ],
])("%s is refused", (_, given, message) => {
  expect(() => check(given as DynamicsPrediction)).toThrow(new RangeError(message));
});
