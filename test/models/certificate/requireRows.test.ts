import { expect, test } from "vitest";
import { requireRows } from "../../../src/models/certificate/requireRows.js";

test("finite rows of one width are let through", () => {
  expect(() => requireRows("real", [[1, 2], Float64Array.of(3, 4)])).not.toThrow();
  expect(() => requireRows("real", [[1]], 1)).not.toThrow();
});

test.each([
  ["no rows", [], "real must hold at least one row, got none"],
  ["NaN", [[1, 2], [3, NaN]], "real[1][1] must be a finite number, got NaN"],
  ["an infinite value", [[Infinity, 2]], "real[0][0] must be a finite number, got Infinity"],
  ["a gap", [[1, undefined as unknown as number]], "real[0][1] must be a finite number, got undefined"],
  ["a null", [[null as unknown as number, 1]], "real[0][0] must be a finite number, got null"],
  ["a missing row", [[1, 2], undefined], "real[1] must hold 2 numbers, got no row"],
  ["a short row", [[1, 2], [1]], "real[1] must hold 2 numbers, got 1"],
  ["empty rows", [[], []], "real[0] must hold 1 numbers, got 0"],
])("%s: refused", (_, rows, message) => {
  expect(() => requireRows("real", rows)).toThrow(new RangeError(message));
});

test("a hole and a row of another width than asked for are refused", () => {
  const holed: number[][] = [[1]];
  holed[2] = [1];
  expect(() => requireRows("real", holed)).toThrow(new RangeError("real[1] must hold 1 numbers, got no row"));
  expect(() => requireRows("real", [[1, 2]], 3)).toThrow(new RangeError("real[0] must hold 3 numbers, got 2"));
});
