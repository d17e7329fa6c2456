import { expect, test } from "vitest";
import { epidemicSkeleton } from "../../../src/simulators/epidemic/epidemicSkeleton.js";
import { stochasticOutbreak } from "../../../src/simulators/epidemic/stochasticOutbreak.js";
import { streamOf } from "../../random/goodnessOfFit.js";

const options = { mechanism: "SEIR", population: 2000, days: 60, dispersion: 10 } as const;
const theta = [2, 5, 5, 0.5, 3];

test("whole counts, one a day; equal streams give equal series", () => {
  const x = stochasticOutbreak(streamOf("outbreak"), options, theta);
  expect(x).toHaveLength(60);
  expect(x.every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
  expect(stochasticOutbreak(streamOf("outbreak"), options, theta)).toEqual(x);
  expect(stochasticOutbreak(streamOf("another"), options, theta)).not.toEqual(x);
});

/**
 * With 1000 of 100 000 infected the means differ by O(1/N) only. 6 standard errors over 2000 runs, of the sample itself;
 * false alarm 2e−9.
 */
test.each(["SIR", "SEIR"] as const)("the first day's mean is the skeleton's: %s", (mechanism) => {
  const population = 100_000;
  const start = [2, 5, 1000, 0.5, 3];
  const path = new Float64Array(1);
  const boxes = { R0: [1, 2], D: [1, 2], I0: [1, 2], rho: [0.1, 1], L: [1, 2] } as const;
  epidemicSkeleton({ mechanism, population, days: 1, boxes }).path(start, path);
  const stream = streamOf(mechanism);
  const draws = Array.from({ length: 2000 }, () => stochasticOutbreak(stream, { ...options, mechanism, population, days: 1 }, start)[0]);
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
  expect(Math.abs(mean - path[0])).toBeLessThan(6 * Math.sqrt(variance / draws.length));
});

test("people infected at the start are rounded", () => {
  const at = (I0: number): number[] => stochasticOutbreak(streamOf("round"), options, [2, 5, I0, 0.5, 3]);
  expect(at(4.6)).toEqual(at(5.4));
});

test("bad input", () => {
  expect(() => stochasticOutbreak(streamOf("bad"), { ...options, population: 0 }, theta)).toThrow(new RangeError("population must be positive and finite, got 0"));
  expect(() => stochasticOutbreak(streamOf("bad"), options, [2, 5, 5, 0.5])).toThrow(new RangeError("latentDays must be positive and finite, got undefined"));
  expect(() => stochasticOutbreak(streamOf("bad"), options, [-2, 5, 5, 0.5, 3])).toThrow(RangeError);
  expect(() => stochasticOutbreak(streamOf("bad"), options, [2, 5, 5, -0.5, 3])).toThrow(RangeError);
});
