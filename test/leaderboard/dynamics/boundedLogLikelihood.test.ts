import { expect, test } from "vitest";
import { boundedLogLikelihood } from "../../../src/leaderboard/dynamics/boundedLogLikelihood.js";
import { prediction, TRUTH } from "./question.js";

const metric = boundedLogLikelihood("body", [-1, 5]);

test.each([
  [3, 3],
  [-1e300, -1],
  [6, 5],
  [null, null],
])("%s counts as %s", (logLikelihood, score) => {
  expect(metric.evaluate(prediction({ logLikelihood }), TRUTH)).toBe(score);
});

test.each([{ range: [2, 2] }, { range: [0, Infinity] }, { range: [NaN, 1] }] as { range: [number, number] }[])("the range $range is refused", ({ range }) => {
  expect(() => boundedLogLikelihood("body", range)).toThrow(/^range must be two finite numbers in order/);
});
