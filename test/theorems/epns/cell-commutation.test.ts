import { cellularPotts, drawLatticeSymmetry, Key, moveLattice } from "simverdict";
import { expect, test } from "vitest";
import { moveIds } from "../../../theorems/epns/cell-commutation.js";

test("ids move as their lattice does, and cells may be lost", () => {
  const lattice = cellularPotts({ size: 12, cells: 4 }).init(Key.root(0));
  for (let seed = 0; seed < 10; seed++) {
    const g = drawLatticeSymmetry(Key.root(seed).stream(), 4, 12);
    expect(moveIds(g, lattice)).toEqual(moveLattice(g, lattice).ids);
    const lost = { ...lattice, ids: lattice.ids.map((id) => (id === 2 ? 0 : id)) };
    const name = Array.from(g.order).indexOf(1) + 1;
    expect(moveIds(g, lost)).toEqual(moveLattice(g, lattice).ids.map((id) => (id === name ? 0 : id)));
  }
});
