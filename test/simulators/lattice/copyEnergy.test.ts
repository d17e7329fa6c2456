import fc from "fast-check";
import { expect, test } from "vitest";
import { copyEnergy } from "../../../src/simulators/lattice/copyEnergy.js";
import { pottsBoard } from "../../../src/simulators/lattice/pottsBoard.js";
import { pottsEnergy } from "../../../src/simulators/lattice/pottsEnergy.js";
import { golden, goldenConstants, latticeOf, withSite } from "./lattices.js";

test("changes are the golden ones", () => {
  for (const { lattice: rows, moves } of golden.rows) {
    const board = pottsBoard(latticeOf(rows, golden.types), goldenConstants);
    for (const { at, to, delta_H } of moves) expect(copyEnergy(board, 8 * at[0] + at[1], to)).toBe(delta_H);
  }
});

/** Integer constants, so that both sides are exact; ids 1 … cells stand first, so that no cell is empty. */
const worlds = fc
  .record({ size: fc.integer({ min: 3, max: 6 }), cells: fc.integer({ min: 1, max: 6 }) })
  .chain(({ size, cells }) =>
    fc.record({
      lattice: fc.record({
        size: fc.constant(size),
        ids: fc
          .array(fc.integer({ min: 0, max: cells }), { minLength: size * size - cells, maxLength: size * size - cells })
          .map((ids) => Int16Array.from([...Array.from({ length: cells }, (_, i) => i + 1), ...ids])),
        types: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: cells, maxLength: cells }).map((types) => Uint8Array.from([0, ...types])),
      }),
      j: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 6, maxLength: 6 }),
      targetVolume: fc.integer({ min: 1, max: 30 }),
      volumeStrength: fc.integer({ min: 0, max: 5 }),
      site: fc.integer({ min: 0, max: size * size - 1 }),
      id: fc.integer({ min: 0, max: cells }),
    }),
  );

test("by increments and from scratch the change is the same", () => {
  fc.assert(
    fc.property(worlds, ({ lattice, j, targetVolume, volumeStrength, site, id }) => {
      const constants = { adhesion: [[j[0], j[1], j[2]], [j[1], j[3], j[4]], [j[2], j[4], j[5]]], targetVolume, volumeStrength };
      const old = lattice.ids[site];
      const isLast = lattice.ids.filter((other) => other === old).length === 1;
      fc.pre(id !== old && !(isLast && old !== 0)); // an empty cell has no energy
      const scratch = pottsEnergy(withSite(lattice, site, id), constants) - pottsEnergy(lattice, constants);
      expect(copyEnergy(pottsBoard(lattice, constants), site, id)).toBe(scratch);
    }),
    { seed: 7, numRuns: 2000 },
  );
});
