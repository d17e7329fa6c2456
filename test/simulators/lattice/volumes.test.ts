import { expect, test } from "vitest";
import { volumes } from "../../../src/simulators/lattice/volumes.js";
import { corners, golden, latticeOf, malformed } from "./lattices.js";

test("sites are counted by cell, those of the medium are not", () => {
  expect([...volumes(corners)]).toEqual([2, 1, 1]);
  expect([...volumes(latticeOf(golden.rows[0].lattice, golden.types))]).toEqual([6, 6, 6]);
});

test.each(malformed)("a malformed lattice is refused, case %#", (lattice, message) => {
  expect(() => volumes(lattice)).toThrow(new RangeError(message));
});
