import { expect, test } from "vitest";
import { classShares } from "../../../src/models/attribution/classShares.js";

test("shares sum to one, the largest first", () => {
  expect(classShares(["SIR", "SEIR", "SEIR", "SIRS", "SEIR"])).toEqual([
    { label: "SEIR", share: 0.6 },
    { label: "SIR", share: 0.2 },
    { label: "SIRS", share: 0.2 },
  ]);
});

test("a number and its text are different labels", () => {
  expect(classShares([1, "1", 1, 0])).toEqual([
    { label: 1, share: 0.5 },
    { label: "1", share: 0.25 },
    { label: 0, share: 0.25 },
  ]);
});

test("no label is refused", () => {
  expect(() => classShares([])).toThrow(new RangeError("labels must hold at least one label, got none"));
});
