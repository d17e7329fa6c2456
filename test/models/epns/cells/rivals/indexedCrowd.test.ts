import { beforeAll, expect, it } from "vitest";
import { indexedCrowd } from "../../../../../src/models/epns/cells/rivals/indexedCrowd.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { CELLS, logitsError, PERMUTATION, TRANSLATION } from "./logitsError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

it("commutes with translations of the torus, but not with permutations of the cells", () => {
  const model = indexedCrowd({ cells: CELLS, hidden: 4, latents: 3 });
  expect(logitsError(model, TRANSLATION)).toBeLessThan(1e-4);
  expect(logitsError(model, PERMUTATION)).toBeGreaterThan(1e-2);
});

it.each([0, 1.5])("refuses %s cells", (cells) => {
  expect(() => indexedCrowd({ cells })).toThrow(new RangeError(`cells must be an integer >= 1, got ${cells}`));
});
