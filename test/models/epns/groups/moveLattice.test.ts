import { expect, it } from "vitest";
import { drawLatticeSymmetry } from "../../../../src/models/epns/groups/latticeSymmetry.js";
import { moveLattice } from "../../../../src/models/epns/groups/moveLattice.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";
import { CELL_SORTING, pottsEnergy } from "../../../../src/simulators/lattice/pottsEnergy.js";

it("renames cells together with their types, and keeps the energy", () => {
  const lattice = cellularPotts({ size: 16, cells: 6 }).init(Key.root(1));
  for (let seed = 0; seed < 10; seed++) {
    const g = drawLatticeSymmetry(Key.root(seed).stream(), 6, 16);
    const moved = moveLattice(g, lattice);
    expect(pottsEnergy(moved, CELL_SORTING)).toBeCloseTo(pottsEnergy(lattice, CELL_SORTING), 9);
    const site = lattice.ids.findIndex((id) => id > 0);
    const to = ((Math.floor(site / 16) + g.shift[0]) % 16) * 16 + ((site + g.shift[1]) % 16);
    expect(g.order[moved.ids[to] - 1]).toBe(lattice.ids[site] - 1);
    expect(moved.types[moved.ids[to]]).toBe(lattice.types[lattice.ids[site]]);
  }
});

it("refuses a lattice with an empty cell, and an order of other length", () => {
  const lattice = { size: 3, ids: new Int16Array(9).fill(1), types: new Uint8Array([0, 1, 2]) };
  expect(() => moveLattice({ order: [0, 1], shift: [0, 0] }, lattice)).toThrow("every cell must have a site, got none for cell 2");
  const full = { ...lattice, types: new Uint8Array([0, 1]) };
  expect(() => moveLattice({ order: [0, 1], shift: [0, 0] }, full)).toThrow("order must hold each of 0 to 0 once");
});
