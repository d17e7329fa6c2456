import { expect, test } from "vitest";
import { cellsPerCluster } from "../../../src/simulators/lattice/cellsPerCluster.js";
import { corners, latticeOf, malformed } from "./lattices.js";

test("cells of one type that touch, also at a corner and round the edges, are one cluster", () => {
  expect(cellsPerCluster(corners)).toEqual([2, 1]);
  expect(cellsPerCluster({ ...corners, types: new Uint8Array([0, 1, 2, 2]) })).toEqual([1, 1, 1]);
});

test("clusters join over chains of cells, and over the pieces of a cell", () => {
  const rows = [
    [1, 2, 3, 4, 0, 5, 0],
    ...Array.from({ length: 5 }, () => [0, 0, 0, 0, 0, 0, 0]),
    [0, 0, 0, 0, 0, 0, 0],
  ];
  expect(cellsPerCluster(latticeOf(rows, [0, 1, 1, 1, 1, 1]))).toEqual([4, 1]);
  rows[3][3] = 4;
  rows[3][4] = 5; // a second piece of cells 4 and 5, where they touch
  expect(cellsPerCluster(latticeOf(rows, [0, 1, 1, 1, 1, 1]))).toEqual([5]);
  expect(cellsPerCluster(latticeOf(rows, [0, 1, 1, 2, 1, 1]))).toEqual([2, 2, 1]);
});

test("without cells there are no clusters", () => {
  expect(cellsPerCluster(latticeOf([[0, 0, 0], [0, 0, 0], [0, 0, 0]], [0]))).toEqual([]);
});

test.each(malformed)("a malformed lattice is refused, case %#", (lattice, message) => {
  expect(() => cellsPerCluster(lattice)).toThrow(new RangeError(message));
});
