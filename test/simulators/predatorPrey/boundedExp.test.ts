import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { boundedExp, HIGHEST, LOWEST } from "../../../src/simulators/predatorPrey/boundedExp.js";

const relative = (x: number): number => Math.abs(boundedExp(x) / Math.exp(x) - 1);

test("it is Math.exp up to rounding, at both ends too", () => {
  const stream = Key.root(0).stream();
  let worst = 0;
  for (let i = 0; i < 50_000; i++) worst = Math.max(worst, relative(LOWEST + (HIGHEST - LOWEST) * stream.uniform()));
  expect(worst).toBeLessThan(1e-15);
  for (const x of [LOWEST, HIGHEST, 0, 1e-300, -1e-300, Math.LN2 / 128, -Math.LN2 / 128]) expect(relative(x)).toBeLessThan(1e-15);
});

test("what is no number, or far outside, has no value", () => {
  expect([NaN, Infinity, -Infinity, 1000, -1000].map(boundedExp)).toEqual([NaN, NaN, NaN, NaN, NaN]);
});
