import { expect, test } from "vitest";
import { clusterCount } from "../../../src/simulators/lattice/clusterCount.js";
import { corners, golden, latticeOf, malformed } from "./lattices.js";

test("clusters are counted", () => {
  expect(clusterCount(corners)).toBe(2);
  expect(clusterCount(latticeOf(golden.rows[0].lattice, golden.types))).toBe(2); // light 1 and 3 touch at a corner
});

test.each(malformed)("a malformed lattice is refused, case %#", (lattice, message) => {
  expect(() => clusterCount(lattice)).toThrow(new RangeError(message));
});
