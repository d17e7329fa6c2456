import { expect, it } from "vitest";
import { cellFields } from "../../../../src/models/epns/cells/cellFields.js";

const lattice = { size: 3, ids: new Int16Array([0, 1, 1, 0, 2, 2, 0, 0, 0]), types: new Uint8Array([0, 2, 1]) };

it("has one entity at every site, and one type for every entity", () => {
  const { occupancy, kinds } = cellFields([lattice, lattice]);
  expect(occupancy.shape).toEqual([2, 3, 3, 3]);
  expect([...occupancy.data.subarray(0, 27)]).toEqual([1, 0, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0]);
  expect([...kinds.data.subarray(9)]).toEqual([1, 0, 0, 0, 0, 1, 0, 1, 0]);
});

it("refuses nothing, an empty cell, and lattices that differ", () => {
  expect(() => cellFields([])).toThrow(new RangeError("lattices must hold at least one, got none"));
  expect(() => cellFields([{ ...lattice, types: new Uint8Array([0, 2, 1, 1]) }])).toThrow("every cell must have a site, got none for cell 3");
  const other = { size: 3, ids: new Int16Array(9).fill(1), types: new Uint8Array([0, 1]) };
  expect(() => cellFields([lattice, other])).toThrow(new RangeError("lattices must have size 3 and 2 cells, got 3 and 1"));
});
