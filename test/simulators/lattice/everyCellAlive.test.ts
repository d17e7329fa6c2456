import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { cellularPotts } from "../../../src/simulators/lattice/cellularPotts.js";
import { everyCellAlive } from "../../../src/simulators/lattice/everyCellAlive.js";
import { trajectory } from "../../../src/simulators/transitionKernel.js";

test("the simulator keeps every cell alive", () => {
  expect(trajectory(cellularPotts({ size: 12, cells: 4 }), Key.root(0), 5).every(everyCellAlive)).toBe(true);
});

test("a cell without a site is seen, whichever it is; the medium may be without one", () => {
  const types = new Uint8Array([0, 1, 2]);
  const lattice = (ids: number[]) => ({ size: 3, ids: Int16Array.from(ids), types });
  expect(everyCellAlive(lattice([0, 0, 0, 0, 1, 2, 0, 0, 0]))).toBe(true);
  expect(everyCellAlive(lattice([1, 1, 1, 1, 1, 2, 2, 2, 2]))).toBe(true);
  expect(everyCellAlive(lattice([0, 0, 0, 0, 1, 1, 0, 0, 0]))).toBe(false);
  expect(everyCellAlive(lattice([2, 2, 2, 2, 2, 2, 2, 2, 2]))).toBe(false);
});
