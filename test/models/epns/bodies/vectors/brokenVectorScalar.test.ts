import { beforeAll, expect, it } from "vitest";
import { brokenVectorScalar } from "../../../../../src/models/epns/bodies/vectors/brokenVectorScalar.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { PERMUTATION, ROTATION, stepError, TRANSLATION } from "../stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

it("commutes with translations and permutations, but not with rotations", () => {
  const model = brokenVectorScalar({ hidden: 8 });
  expect(stepError(model, TRANSLATION)).toBeLessThan(1e-4);
  expect(stepError(model, PERMUTATION)).toBeLessThan(1e-4);
  expect(stepError(model, ROTATION)).toBeGreaterThan(1e-3);
});
