import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { expm1 } from "../../../src/simulators/mechanisms/expm1.js";

const relative = (x: number): number => Math.abs(expm1(x) / Math.expm1(x) - 1);

test.each([1, 1 / 8, 1e-3, 1e-9, 1e-300])("it is Math.expm1 up to rounding, |x| ≤ %d", (largest) => {
  const stream = Key.root(0).stream();
  let worst = 0;
  for (let i = 0; i < 20_000; i++) worst = Math.max(worst, relative(largest * (2 * stream.uniform() - 1)));
  expect(worst).toBeLessThan(1e-15);
});

test("where the series ends", () => {
  for (const x of [0.125, -0.125, 0.125 + 2 ** -55, -0.125 - 2 ** -55]) expect(relative(x)).toBeLessThan(1e-15);
});

test("zeros, infinities and what is no number", () => {
  expect([0, -0, Infinity, -Infinity, NaN].map(expm1)).toEqual([0, -0, Infinity, -1, NaN]);
});
