import { expect, it, test } from "vitest";
import { logGammaFunction } from "../../src/statistics/logGammaFunction.js";

/** Values: scipy 1.17.1, gammaln, printed in full. */
it.each([
  [0.1, 2.252712651734206],
  [1, 0],
  [4.5, 2.4537365708424423],
  [1e6, 12815504.569147611],
])("ln Γ(%f)", (x, value) => {
  expect(Math.abs(logGammaFunction(x) - value)).toBeLessThan(1e-13 * Math.max(1, value));
});

test("obeys the recurrence, the reflection at ½ and the limit at 0", () => {
  for (const x of [1e-3, 0.4, 3, 18.5, 19.9, 1e3]) {
    const step = logGammaFunction(x + 1) - logGammaFunction(x) - Math.log(x);
    expect(Math.abs(step)).toBeLessThan(1e-13 * Math.max(1, Math.abs(logGammaFunction(x + 1))));
  }
  expect(logGammaFunction(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGammaFunction(1e-300)).toBeCloseTo(300 * Math.LN10, 10);
});

it.each([0, -1, NaN, Infinity])("refuses %d", (x) => {
  expect(() => logGammaFunction(x)).toThrow(new RangeError(`x must be in (0, 1e300], got ${x}`));
});
