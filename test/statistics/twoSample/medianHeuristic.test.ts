import { expect, test } from "vitest";
import { medianHeuristic } from "../../../src/statistics/twoSample/medianHeuristic.js";
import { reference } from "./reference.js";

test("golden value", () => {
  // NumPy 2.4.6, SciPy 1.17.1, 2026-11-20: np.median(pdist(np.vstack([x, y]))) of fixtures/two-sample.json
  expect(medianHeuristic(reference.x, reference.y)).toBeCloseTo(1.7349164247854871, 14);
});

test("odd and even counts of distances", () => {
  expect(medianHeuristic([[0]], [[1], [3]])).toBe(2);
  expect(medianHeuristic([[0], [1]], [[3], [7]])).toBe(3.5); // 1 2 3 4 6 7
});

test("depends on the pool only, and scales with the data", () => {
  const { x, y } = reference;
  const h = medianHeuristic(x, y);
  expect(medianHeuristic(y, x)).toBe(h);
  expect(medianHeuristic([...x, y[0]], y.slice(1))).toBe(h);
  const twice = (rows: number[][]): number[][] => rows.map((row) => row.map((v) => 2 * v));
  expect(medianHeuristic(twice(x), twice(y))).toBe(2 * h);
});

test("ties do not make it vanish; coinciding or bad data are refused", () => {
  expect(medianHeuristic([[0], [0], [0], [0]], [[0], [5]])).toBe(5);
  expect(() => medianHeuristic([[1]], [[1]])).toThrow(/^x and y must hold two distinct points/);
  expect(() => medianHeuristic([], [[1]])).toThrow(RangeError);
  expect(() => medianHeuristic([[NaN]], [[1]])).toThrow("x[0][0] must be finite");
});
