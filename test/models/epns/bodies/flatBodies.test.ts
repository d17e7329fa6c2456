import { beforeAll, expect, it } from "vitest";
import { flatBodies } from "../../../../src/models/epns/bodies/flatBodies.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { PERMUTATION, ROTATION, stepError } from "./stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

it("has no symmetry", () => {
  const model = flatBodies({ bodies: 5, hidden: 8 });
  expect(stepError(model, PERMUTATION)).toBeGreaterThan(1e-3);
  expect(stepError(model, ROTATION)).toBeGreaterThan(1e-3);
});

it("refuses sizes that are no integers >= 1", () => {
  expect(() => flatBodies({ bodies: 0 })).toThrow(RangeError);
  expect(() => flatBodies({ bodies: 5, hidden: 0 })).toThrow(RangeError);
});
