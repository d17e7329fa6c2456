import { expect, test } from "vitest";
import { arrayPredictions } from "../../../src/leaderboard/submission/arrayPredictions.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";

const format = { title: "a class or 2 probabilities", shapes: [[], [2]] };

test("one number or one row for every case", () => {
  expect(arrayPredictions(npyBytes([3], [1, 0, 1]), { cases: 3, format })).toEqual([1, 0, 1]);
  expect(arrayPredictions(npyBytes([2, 2], [0.1, 0.9, 0.6, 0.4]), { cases: 2, format }).map((row) => Array.from(row as number[]))).toEqual([[0.1, 0.9], [0.6, 0.4]]);
});

test.each([[[2], "(2,)"], [[3, 3], "(3, 3)"], [[3, 2, 1], "(3, 2, 1)"], [[], "()"]])("shape %j is refused", (shape, text) => {
  const values = Array.from({ length: shape.reduce((size, n) => size * n, 1) }, () => 0);
  expect(() => arrayPredictions(npyBytes(shape, values), { cases: 3, format })).toThrow(`the array has shape ${text}; it must be (3,) or (3, 2)`);
});
