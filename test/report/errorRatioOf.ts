import type { ErrorRatio } from "../../src/report/errorRatios.js";

/** A ratio of errors, changed as told. */
export const errorRatioOf = (changes: Partial<ErrorRatio> = {}): ErrorRatio => ({
  task: "x",
  rival: "AIC",
  error: 0.1,
  rivalError: 0.4,
  ratio: 0.25,
  lower: 0.2,
  upper: 0.3,
  confidence: 0.9789,
  bayes: 0.24,
  n: 400,
  ...changes,
});
