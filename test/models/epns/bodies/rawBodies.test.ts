import { beforeAll, expect, it } from "vitest";
import { rawBodies } from "../../../../src/models/epns/bodies/rawBodies.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { PERMUTATION, ROTATION, stepError, TRANSLATION } from "./stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

it("commutes with permutations only", () => {
  const model = rawBodies({ hidden: 8 });
  expect(stepError(model, PERMUTATION)).toBeLessThan(1e-4);
  expect(stepError(model, ROTATION)).toBeGreaterThan(1e-3);
  expect(stepError(model, TRANSLATION)).toBeGreaterThan(1e-3);
});

it("refuses sizes that are no integers >= 1", () => {
  expect(() => rawBodies({ hidden: NaN })).toThrow(RangeError);
});
