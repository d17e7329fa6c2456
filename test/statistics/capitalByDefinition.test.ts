import { expect, test } from "vitest";
import { capitalByDefinition } from "./capitalByDefinition.js";

test("without data nothing is won, and one observation at the margin moves nothing", () => {
  for (const against of ["atMost", "atLeast"] as const) {
    expect(capitalByDefinition(against, 0.3, [])).toBe(1);
    expect(capitalByDefinition(against, 0.3, [0.3])).toBeCloseTo(1, 14);
  }
});

test("one observation at the end of the range wins the mean fraction", () => {
  const mean = Array.from({ length: 16 }, (_, k) => 0.003 * (0.98 / 0.003) ** (k / 15)).reduce((a, b) => a + b) / 16;
  expect(capitalByDefinition("atMost", 0.5, [1])).toBeCloseTo(1 + mean, 12);
  expect(capitalByDefinition("atLeast", 0.5, [1])).toBeCloseTo(1 - mean, 12);
});
