import { expect, test } from "vitest";
import { CELL_TYPES, requireCellLattice } from "../../../src/simulators/lattice/cellLattice.js";
import { corners, malformed } from "./lattices.js";

test("cells are counted, the medium is none", () => {
  expect(CELL_TYPES).toEqual(["medium", "light", "dark"]);
  expect(requireCellLattice(corners)).toBe(3);
  expect(requireCellLattice({ size: 3, ids: new Int16Array(9), types: new Uint8Array(1) })).toBe(0);
});

test.each(malformed)("a malformed lattice is refused, case %#", (lattice, message) => {
  expect(() => requireCellLattice(lattice)).toThrow(new RangeError(message));
});
