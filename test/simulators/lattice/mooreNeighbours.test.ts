import { expect, test } from "vitest";
import { mooreNeighbours } from "../../../src/simulators/lattice/mooreNeighbours.js";

test.each([3, 4, 7])("size %i: each site has the 8 sites within one row and one column, round the edges", (size) => {
  const neighbours = mooreNeighbours(size);
  const near = (a: number, b: number): boolean => [0, 1, size - 1].includes(Math.abs(a - b));
  for (let site = 0; site < size * size; site++) {
    const expected = Array.from({ length: size * size }, (_, other) => other).filter(
      (other) => other !== site && near(Math.floor(other / size), Math.floor(site / size)) && near(other % size, site % size),
    );
    expect([...neighbours.subarray(8 * site, 8 * site + 8)].sort((a, b) => a - b)).toEqual(expected);
  }
});

test.each([3, 5])("size %i: the first four of each site reach every unordered pair once", (size) => {
  const neighbours = mooreNeighbours(size);
  const pairs = new Set<string>();
  for (let site = 0; site < size * size; site++) {
    for (let k = 0; k < 4; k++) pairs.add([site, neighbours[8 * site + k]].sort((a, b) => a - b).join("-"));
  }
  expect(pairs.size).toBe(4 * size * size);
});

test.each([2, 3.5, NaN])("size %f is refused", (size) => {
  expect(() => mooreNeighbours(size)).toThrow(new RangeError(`size must be an integer >= 3, got ${size}`));
});
