import { expect, test } from "vitest";
import { CELL_SORTING, pottsEnergy, requirePottsConstants } from "../../../src/simulators/lattice/pottsEnergy.js";
import { corners, golden, goldenConstants, latticeOf, malformed, withSite } from "./lattices.js";

test("energies, and their changes from scratch, are the golden ones", () => {
  for (const { lattice: rows, H, moves } of golden.rows) {
    const lattice = latticeOf(rows, golden.types);
    expect(pottsEnergy(lattice, goldenConstants)).toBe(H);
    for (const { at, to, delta_H } of moves) {
      expect(pottsEnergy(withSite(lattice, 8 * at[0] + at[1], to), goldenConstants) - H).toBe(delta_H);
    }
  }
});

test("a lone square of volume V₀ costs its boundary alone", () => {
  const square = Array.from({ length: 9 }, (_, row) => Array.from({ length: 9 }, (_, column) => (row < 5 && column < 5 ? 1 : 0)));
  // 3 pairs for each of 20 edges of sites, less the 4 diagonal pairs at corners that two edges share
  expect(pottsEnergy(latticeOf(square, [0, 2]))).toBe((3 * 20 - 4) * 16);
});

test("the default is the task's: cells of unlike type adhere less than the mean of like types", () => {
  const [, [, ll, ld], [, , dd]] = CELL_SORTING.adhesion;
  expect(ld).toBeGreaterThan((ll + dd) / 2);
  expect(pottsEnergy(corners)).toBe(pottsEnergy(corners, CELL_SORTING));
  expect(requirePottsConstants(CELL_SORTING)).toBe(CELL_SORTING);
});

test.each([
  [{ adhesion: [[0, 16], [16, 14]] }, "adhesion must have shape [3, 3], got rows of 2, 2"],
  [{ adhesion: [[0, 16, 16], [16, 14, 11], [16, 11, NaN]] }, "adhesion must hold finite numbers, got NaN"],
  [{ adhesion: [[0, 16, 16], [16, 14, 12], [16, 11, 2]] }, "adhesion must be symmetric, got 12 and 11 for light and dark"],
  [{ targetVolume: 0 }, "targetVolume must be positive and finite, got 0"],
  [{ volumeStrength: -1 }, "volumeStrength must be finite and >= 0, got -1"],
])("constants %j are refused", (wrong, message) => {
  expect(() => pottsEnergy(corners, { ...CELL_SORTING, ...wrong })).toThrow(new RangeError(message));
});

test.each(malformed)("a malformed lattice is refused, case %#", (lattice, message) => {
  expect(() => pottsEnergy(lattice)).toThrow(new RangeError(message));
});
