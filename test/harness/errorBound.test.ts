import { expect, test } from "vitest";
import { errorBound } from "../../src/harness/errorBound.js";
import { claimOf, falsifierOf, theoremOf } from "./records.js";

test("adds up α over claims and falsifiers", () => {
  const theorem = theoremOf({
    claims: [claimOf({ alpha: 1e-5 }), claimOf({ alpha: 2e-5 })],
    falsifiers: [falsifierOf({ claims: [claimOf({ alpha: 1e-5 }), claimOf({ alpha: 1e-5 })] })],
  });
  const { claims, falsifiers, bound } = errorBound([theorem, theorem]);
  expect([claims, falsifiers]).toEqual([4, 4]);
  expect(bound).toBeCloseTo(1e-4, 15);
});

test("properties and invalid claims decide nothing by chance", () => {
  const sure = claimOf({ kind: "forAll", alpha: null });
  expect(errorBound([theoremOf({ claims: [sure], falsifiers: [falsifierOf({ claims: [sure] })] })])).toEqual({
    claims: 0,
    falsifiers: 0,
    bound: 0,
  });
});

test("is a probability", () => {
  expect(errorBound([theoremOf({ claims: [claimOf({ alpha: 0.7 }), claimOf({ alpha: 0.7 })] })]).bound).toBe(1);
  expect(errorBound([])).toEqual({ claims: 0, falsifiers: 0, bound: 0 });
});
