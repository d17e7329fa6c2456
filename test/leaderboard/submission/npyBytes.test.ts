import { expect, test } from "vitest";
import { npyArray } from "../../../src/leaderboard/submission/npyArray.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";

test.each<[number[], number[]]>([
  [[], [5]],
  [[3], [1, 2.5, -3]],
  [[2, 2], [1, 2, 3, 4]],
  [[0, 2], []],
])("shape %j is read back", (shape, values) => {
  const bytes = npyBytes(shape, values);
  expect((bytes.length - 8 * values.length) % 64).toBe(0);
  const read = npyArray(bytes);
  expect([read.shape, Array.from(read.values)]).toEqual([shape, values]);
});

test("another number of values is refused", () => {
  expect(() => npyBytes([2, 2], [1])).toThrow(new RangeError("values must be 4 numbers for shape (2, 2), got 1"));
});
