import { expect, test } from "vitest";
import { mooreNeighbours } from "../../../src/simulators/lattice/mooreNeighbours.js";
import { pottsBoard } from "../../../src/simulators/lattice/pottsBoard.js";
import { CELL_SORTING } from "../../../src/simulators/lattice/pottsEnergy.js";
import { corners, malformed } from "./lattices.js";

test("volumes and costs are those of the lattice, whose ids are copied", () => {
  const board = pottsBoard(corners, CELL_SORTING);
  expect([...board.volumes]).toEqual([21, 2, 1, 1]);
  expect([...board.costs]).toEqual([0, 16, 16, 16, 16, 0, 14, 11, 16, 14, 0, 11, 16, 11, 11, 0]);
  expect(board.neighbours).toEqual(mooreNeighbours(5));
  board.ids[0] = 0;
  expect(corners.ids[0]).toBe(1);
});

test("neighbours can be handed in", () => {
  const neighbours = mooreNeighbours(5);
  expect(pottsBoard(corners, CELL_SORTING, neighbours).neighbours).toBe(neighbours);
});

test.each(malformed)("a malformed lattice is refused, case %#", (lattice, message) => {
  expect(() => pottsBoard(lattice, CELL_SORTING, mooreNeighbours(5))).toThrow(new RangeError(message));
});
