import { beforeAll, expect, it } from "vitest";
import { flatCells } from "../../../../../src/models/epns/cells/rivals/flatCells.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { CELLS, lawShapes, logitsError, PERMUTATION, SIZE, TRANSLATION } from "./logitsError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const SIZES = { size: SIZE, cells: CELLS, hidden: 6, latents: 3 };

it("has no symmetry", () => {
  expect(logitsError(flatCells(SIZES), TRANSLATION)).toBeGreaterThan(1e-2);
  expect(logitsError(flatCells(SIZES), PERMUTATION)).toBeGreaterThan(1e-2);
});

it("has laws of one vector for each entity", () => {
  for (const shape of lawShapes(flatCells(SIZES))) expect(shape).toEqual([2, CELLS + 1, 3]);
});

it("refuses sizes out of their domain", () => {
  expect(() => flatCells({ ...SIZES, size: 2 })).toThrow(new RangeError("size must be an integer >= 3, got 2"));
  expect(() => flatCells({ ...SIZES, hidden: 0.5 })).toThrow(new RangeError("hidden must be an integer >= 1, got 0.5"));
});
