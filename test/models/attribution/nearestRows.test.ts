import { describe, expect, test } from "vitest";
import { nearestRows } from "../../../src/models/attribution/nearestRows.js";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";

/** All rows sorted by distance, then by index. */
function bySorting(points: Float32Array, width: number, query: ArrayLike<number>): { index: number; distance: number }[] {
  return Array.from({ length: points.length / width }, (_, index) => {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (points[index * width + j] - query[j]) ** 2;
    return { index, distance: Math.sqrt(sum) };
  }).sort((a, b) => a.distance - b.distance || a.index - b.index);
}

describe("the k nearest are the first k of all, sorted", () => {
  const stream = Key.root(0).stream();
  const laws = {
    normal: () => normal(stream),
    "with many ties": () => Math.floor(3 * stream.uniform()),
    constant: () => 1,
  };
  test.each(Object.entries(laws).flatMap(([name, law]) => [1, 3, 8, 17].map((width) => ({ name, law, width }))))(
    "$name, width $width",
    ({ law, width }) => {
      const n = 200;
      for (const order of ["as drawn", "falling distances"]) {
        let points = Float32Array.from({ length: n * width }, law);
        const query = Float64Array.from({ length: width }, law);
        if (order === "falling distances") {
          const rows = bySorting(points, width, query).reverse();
          points = Float32Array.from(rows.flatMap(({ index }) => [...points.subarray(index * width, (index + 1) * width)]));
        }
        const all = bySorting(points, width, query);
        for (const k of [1, 2, 7, 64, n]) {
          const { indices, distances } = nearestRows(points, width, query, k);
          expect([...indices]).toEqual(all.slice(0, k).map(({ index }) => index));
          distances.forEach((distance, i) => expect(distance).toBeCloseTo(all[i].distance, 12));
        }
      }
    },
  );
});

test.each([0, -1, 4, 1.5, NaN])("k = %f of 3 rows is refused", (k) => {
  expect(() => nearestRows(Float32Array.of(1, 2, 3), 1, [0], k)).toThrow(new RangeError(`k must be an integer in [1, 3], got ${k}`));
});

test("a query of another width is refused, and nothing is nearest where there is nothing", () => {
  expect(() => nearestRows(Float32Array.of(1, 2), 1, [0, 0], 1)).toThrow(new RangeError("query must hold 1 numbers, got 2"));
  expect(() => nearestRows(new Float32Array(0), 1, [0], 1)).toThrow(new RangeError("k must be an integer in [1, 0], got 1"));
});
