import { expect, test } from "vitest";
import { energyDistance } from "../../../src/statistics/twoSample/energyDistance.js";
import { reference } from "./reference.js";

const { x, y } = reference;
const scaled = (rows: number[][], factor: number, shift = 0): number[][] =>
  rows.map((row) => row.map((v) => factor * v + shift));

test("golden value", () => {
  expect(energyDistance(x, y)).toBeCloseTo(reference.energy_distance_v, 13);
});

test("on the line it is twice the integral of (F − G)²", () => {
  const [a, b] = [x.map(([v]) => v), y.map(([v]) => v)];
  const knots = [...a, ...b].sort((s, t) => s - t);
  const below = (sample: number[], t: number): number => sample.filter((v) => v <= t).length / sample.length;
  let integral = 0;
  for (let i = 1; i < knots.length; i++) {
    integral += (below(a, knots[i - 1]) - below(b, knots[i - 1])) ** 2 * (knots[i] - knots[i - 1]);
  }
  const rows = (sample: number[]): number[][] => sample.map((v) => [v]);
  expect(energyDistance(rows(a), rows(b))).toBeCloseTo(2 * integral, 13);
});

test("is zero for equal empirical laws, whatever their order or multiplicity", () => {
  expect(energyDistance(x, x)).toBe(0);
  expect(energyDistance(x, [...x, ...x].reverse())).toBeCloseTo(0, 13);
});

test("is symmetric, free of translation, and scales with the data", () => {
  const e = energyDistance(x, y);
  expect(energyDistance(y, x)).toBeCloseTo(e, 14);
  expect(energyDistance(scaled(x, 1, 5), scaled(y, 1, 5))).toBeCloseTo(e, 12);
  expect(energyDistance(scaled(x, -4), scaled(y, -4))).toBeCloseTo(4 * e, 12);
});

test("refuses empty, NaN and ragged data", () => {
  expect(() => energyDistance([], y)).toThrow("x must hold at least 1 rows, got 0");
  expect(() => energyDistance(x, [[0, NaN]])).toThrow("y[0][1] must be finite, got NaN");
  expect(() => energyDistance([[0]], y)).toThrow(/^y\[0\] must have 1 coordinates/);
});
