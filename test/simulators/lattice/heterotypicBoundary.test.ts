import { expect, test } from "vitest";
import { heterotypicBoundary } from "../../../src/simulators/lattice/heterotypicBoundary.js";
import { corners, latticeOf, malformed } from "./lattices.js";

test("pairs of light and dark sites are counted, also round the edges", () => {
  expect(heterotypicBoundary(corners)).toBe(1);
  const stripes = [1, 1, 2, 2].map((id) => [id, id, id, id]);
  expect(heterotypicBoundary(latticeOf(stripes, [0, 1, 2]))).toBe(2 * 4 * 3); // two boundaries of 4 sites
});

test("cells of one type, and the medium, have none", () => {
  const stripes = [1, 1, 2, 2].map((id) => [id, id, id, id]);
  expect(heterotypicBoundary(latticeOf(stripes, [0, 2, 2]))).toBe(0);
  expect(heterotypicBoundary(latticeOf([0, 1, 0, 2, 0].map((id) => Array.from({ length: 5 }, () => id)), [0, 1, 2]))).toBe(0);
});

test.each(malformed)("a malformed lattice is refused, case %#", (lattice, message) => {
  expect(() => heterotypicBoundary(lattice)).toThrow(new RangeError(message));
});
