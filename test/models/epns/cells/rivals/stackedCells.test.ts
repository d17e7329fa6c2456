import { beforeAll, expect, it } from "vitest";
import { stackedCells } from "../../../../../src/models/epns/cells/rivals/stackedCells.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { farLogits } from "./farLogits.js";
import { CELLS, lawShapes, logitsError, PERMUTATION, TRANSLATION } from "./logitsError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const SIZES = { cells: CELLS, hidden: 6, latents: 3 };

it("commutes with translations of the torus, but not with permutations of the cells", () => {
  expect(logitsError(stackedCells(SIZES), TRANSLATION)).toBeLessThan(1e-4);
  expect(logitsError(stackedCells(SIZES), PERMUTATION)).toBeGreaterThan(1e-2);
});

it("has laws of one vector for each entity", () => {
  for (const shape of lawShapes(stackedCells(SIZES))) expect(shape).toEqual([2, CELLS + 1, 3]);
});

it("knows volumes wherever it looks, as the equivariant model does", () => {
  const { small, large } = farLogits(stackedCells({ cells: 2, hidden: 6, latents: 3, rounds: 1 }));
  expect(Math.abs(large - small)).toBeGreaterThan(1e-5);
});

it.each(["cells", "hidden", "latents", "rounds"])("refuses %s that is no integer >= 1", (name) => {
  expect(() => stackedCells({ ...SIZES, [name]: 0 })).toThrow(new RangeError(`${name} must be an integer >= 1, got 0`));
});
