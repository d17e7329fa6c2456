import { expect, it } from "vitest";
import { ratiosBlock } from "../../src/report/ratiosBlock.js";
import { errorRatioOf } from "./errorRatioOf.js";

it("says of each ratio whether it is one half at most, names a task once, and the least confidence, rounded down", () => {
  const ratios = [errorRatioOf({ upper: 0.5 }), errorRatioOf({ rival: "AIC, box", lower: 0.51, upper: 0.9, bayes: null, confidence: 0.97 }), errorRatioOf({ task: "y", upper: 0.51 })];
  expect(ratiosBlock(ratios).split("\n").slice(2)).toEqual([
    "| x | AIC | 0.4 | 0.1 | 0.25 | [0.2, 0.5] | 0.24 | **yes** | 400 |",
    "|  | AIC, box | 0.4 | 0.1 | 0.25 | [0.51, 0.9] | – | no | 400 |",
    "| y | AIC | 0.4 | 0.1 | 0.25 | [0.2, 0.51] | 0.24 | open | 400 |",
    "",
    'Each interval holds with probability ≥ 0.970; "open" where it contains one half.',
  ]);
  expect(ratiosBlock([errorRatioOf()])).toContain("≥ 0.978;");
});

it("says so where there are none", () => {
  expect(ratiosBlock([])).toBe("These boards are not in the reference records.");
});
