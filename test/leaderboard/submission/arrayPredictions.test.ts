import { expect, test } from "vitest";
import { arrayPredictions } from "../../../src/leaderboard/submission/arrayPredictions.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";
import { headerOf, listed, npyWith } from "./files.js";

const format = { title: "a class or 2 probabilities", shapes: [[], [2]] };
const numbers = (length: number): Float64Array => Float64Array.from({ length }, (_, i) => i / 1009);

test("one number or one row for every case", () => {
  expect(listed(arrayPredictions(npyBytes([3], [1, 0, 1]), { cases: 3, format }))).toEqual([1, 0, 1]);
  const rows = arrayPredictions(npyBytes([2, 2], [0.1, 0.9, 0.6, 0.4]), { cases: 2, format });
  expect(listed(rows)).toEqual([Float64Array.of(0.1, 0.9), Float64Array.of(0.6, 0.4)]);
});

test.each([[[2], "(2,)"], [[3, 3], "(3, 3)"], [[3, 2, 1], "(3, 2, 1)"], [[], "()"]])("shape %j is refused", (shape, text) => {
  const values = Array.from({ length: shape.reduce((size, n) => size * n, 1) }, () => 0);
  expect(() => arrayPredictions(npyBytes(shape, values), { cases: 3, format })).toThrow(`the array has shape ${text}; it must be (3,) or (3, 2)`);
});

test("nothing is made for a case before it is asked for, and nothing is kept of it", () => {
  const single = npyBytes([1000], numbers(1000));
  const reals = arrayPredictions(single, { cases: 1000, format });
  expect(reals).toBeInstanceOf(Float64Array);
  expect((reals as Float64Array).buffer).toBe(single.buffer);

  const pairs = npyBytes([500, 2], numbers(1000));
  const rows = arrayPredictions(pairs, { cases: 500, format });
  expect(Object.keys(rows).sort()).toEqual(["at", "length"]);
  const [one, again] = [rows.at(499), rows.at(499)] as Float64Array[];
  expect([one.buffer, one.byteOffset]).toEqual([pairs.buffer, pairs.length - 16]);
  expect(again).toEqual(one);
  expect(again).not.toBe(one);
});

test("rows in Fortran order are put in C order one by one", () => {
  const file = (shape: string, values: Float64Array): Uint8Array => npyWith(headerOf("<f8", shape, true), new Uint8Array(values.buffer));
  const rows = arrayPredictions(file("3, 2", Float64Array.of(1, 3, 5, 2, 4, 6)), { cases: 3, format });
  expect(listed(rows)).toEqual([Float64Array.of(1, 2), Float64Array.of(3, 4), Float64Array.of(5, 6)]);
  expect(rows.at(0)).not.toBe(rows.at(0));
  const cube = Float64Array.from({ length: 24 }, (_, i) => (i % 2) * 100 + (Math.floor(i / 2) % 3) * 10 + Math.floor(i / 6));
  const planes = arrayPredictions(file("2, 3, 4", cube), { cases: 2, format: { title: "a plane", shapes: [[3, 4]] } });
  const plane = (i: number): Float64Array => Float64Array.from({ length: 12 }, (_, j) => i * 100 + Math.floor(j / 4) * 10 + (j % 4));
  expect(listed(planes)).toEqual([plane(0), plane(1)]);
  expect(listed(arrayPredictions(file("3,", Float64Array.of(1, 0, 1)), { cases: 3, format }))).toEqual([1, 0, 1]);
});
