import { describe, expect, test } from "vitest";
import { blobStart, requireBlob } from "../../../src/simulators/lattice/blobStart.js";
import { volumes } from "../../../src/simulators/lattice/volumes.js";
import { streamOf } from "../../random/goodnessOfFit.js";
import { meanTolerance } from "../conjugate/meanTolerance.js";

describe.each([
  [24, 8],
  [48, 24],
  [100, 64],
  [13, 4],
])("size %i, %i cells", (size, cells) => {
  const starts = Array.from({ length: 5 }, (_, i) => blobStart(streamOf(`blob ${size} ${i}`), size, cells));

  test("cells are squares of 5×5 sites, half of them light", () => {
    for (const { ids, types, ...rest } of starts) {
      expect([...volumes({ ids, types, ...rest })]).toEqual(Array.from({ length: cells }, () => 25));
      expect(types.filter((type) => type === 1)).toHaveLength(cells / 2);
      for (let id = 1; id <= cells; id++) {
        const sites = [...ids.keys()].filter((site) => ids[site] === id);
        const rows = sites.map((site) => Math.floor(site / size));
        const columns = sites.map((site) => site % size);
        expect([Math.max(...rows) - Math.min(...rows), Math.max(...columns) - Math.min(...columns)]).toEqual([4, 4]);
      }
    }
  });
});

test("the blob is round and in the middle: no free tile is nearer to the centre than a cell", () => {
  const { ids } = blobStart(streamOf("round"), 100, 64);
  const distances = (taken: boolean): number[] =>
    Array.from({ length: 400 }, (_, tile) => [Math.floor(tile / 20), tile % 20])
      .filter(([row, column]) => (ids[500 * row + 5 * column] !== 0) === taken)
      .map(([row, column]) => Math.hypot(row - 9.5, column - 9.5));
  expect(Math.max(...distances(true))).toBeLessThanOrEqual(Math.min(...distances(false)));
});

/** Four frequencies by Bernstein at 1e-10: false alarm ≤ 4e-10. */
test("which cell lies where, and which is light, is uniform", () => {
  const stream = streamOf("uniform");
  const n = 4000;
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const { ids, types } = blobStart(stream, 24, 8);
    const middle = ids[24 * 11 + 11]; // one of the four tiles about the centre, always taken
    [middle === 1, types[1] === 1, types[middle] === 1, ids[24 * 11 + 3] !== 0].forEach((happens, j) => (counts[j] += Number(happens)));
  }
  // the outer ring offers 8 places at one distance for the 4 cells that the middle leaves
  [1 / 8, 1 / 2, 1 / 2, 1 / 2].forEach((p, j) => expect(Math.abs(counts[j] / n - p)).toBeLessThan(meanTolerance(p, n, 1e-10)));
});

test.each([
  [4, 2, "size must be an integer in [5, 4096], got 4"],
  [NaN, 2, "size must be an integer in [5, 4096], got NaN"],
  [24, 18, "cells must be an even integer in [2, 16], got 18"],
  [24, 7, "cells must be an even integer in [2, 16], got 7"],
  [24, 0, "cells must be an even integer in [2, 16], got 0"],
])("size %f with %i cells is refused", (size, cells, message) => {
  expect(() => requireBlob(size, cells)).toThrow(new RangeError(message));
  expect(() => blobStart(streamOf("refused"), size, cells)).toThrow(new RangeError(message));
});
