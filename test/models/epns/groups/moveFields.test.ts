import { expect, it } from "vitest";
import { moveFields } from "../../../../src/models/epns/groups/moveFields.js";
import { moveLattice } from "../../../../src/models/epns/groups/moveLattice.js";
import { drawLatticeSymmetry } from "../../../../src/models/epns/groups/latticeSymmetry.js";
import { cellFields } from "../../../../src/models/epns/cells/cellFields.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";

it("moves down and to the right, around the torus", () => {
  const field = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const moved = moveFields({ order: [0], shift: [1, 2] }, [...field, ...field.map((x) => 10 * x)], 3);
  expect([...moved.subarray(0, 9)]).toEqual([8, 9, 7, 2, 3, 1, 5, 6, 4]);
  expect([...moved.subarray(9)]).toEqual([80, 90, 70, 20, 30, 10, 50, 60, 40]);
});

it("agrees with the action on lattices: fields of the moved lattice are the moved fields", () => {
  const lattice = cellularPotts({ size: 12, cells: 4 }).init(Key.root(4));
  const g = drawLatticeSymmetry(Key.root(5).stream(), 4, 12);
  const [before, after] = [lattice, moveLattice(g, lattice)].map((cells) => cellFields([cells]).occupancy.data);
  expect([...moveFields(g, before, 12)]).toEqual([...after]);
});

it("refuses fields of another shape", () => {
  expect(() => moveFields({ order: [0], shift: [0, 0] }, [1, 2, 3], 3)).toThrow(new RangeError("fields must have shape [2, 3, 3], got 3 numbers"));
});
