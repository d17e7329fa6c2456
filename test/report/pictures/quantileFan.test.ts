import fc from "fast-check";
import { expect, it } from "vitest";
import { quantileFan } from "../../../src/report/pictures/quantileFan.js";

it("has the shares of a ladder of 20 rollouts that it says", () => {
  const ladder = Array.from({ length: 20 }, (_, i) => [i + 1, -i]);
  expect(quantileFan(ladder)).toEqual([[1, -19], [5, -15], [10, -10], [15, -5], [19, -1]]);
});

it("lines do not cross, and each is one of the values, whatever the order of the rollouts", () => {
  const rollouts = fc.array(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(rollouts, (values) => {
      const lines = quantileFan(values);
      expect(quantileFan(values.toReversed())).toEqual(lines);
      lines[0].forEach((_, t) => {
        const at = lines.map((line) => line[t]);
        expect(at).toEqual([...at].sort((a, b) => a - b));
        expect(at.every((value) => values.some((one) => Object.is(one[t], value) || one[t] === value))).toBe(true);
      });
    }),
  );
});

it("a rollout that ends early counts while it lasts, and the fan ends where fewer than half are left", () => {
  expect(quantileFan([[1, 1], [2], [3, 3, 3]])[2]).toEqual([2, 1]);
  expect(quantileFan([[1, 1], [2], [3, 3, 3], [4]])[4]).toEqual([4, 3]);
});

it("refuses none, and what is not finite, saying where", () => {
  expect(() => quantileFan([])).toThrow(new RangeError("rollouts must hold at least one, got none"));
  expect(() => quantileFan([[1, 2], [1, NaN]])).toThrow(new RangeError("rollouts must hold finite numbers, got NaN in rollout 1 at time 1"));
});
