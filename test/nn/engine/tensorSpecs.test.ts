import { expect, it } from "vitest";
import { specKey, tensorSpecs } from "../../../src/nn/engine/tensorSpecs.js";

it("shapes and types are those of the arrays", () => {
  const arrays = { x: { data: new Float32Array(6), shape: [2, 3] }, k: { data: new Int32Array(1), shape: [] } };
  expect(tensorSpecs(arrays)).toEqual({ x: { shape: [2, 3], type: "float32" }, k: { shape: [], type: "int32" } });
});

it("keys are equal for equal shapes and types only, whatever the order", () => {
  const [a, b] = [{ shape: [2], type: "float32" }, { shape: [1, 2], type: "float32" }] as const;
  expect(specKey({ a, b })).toBe(specKey({ b, a }));
  expect(specKey({ a })).not.toBe(specKey({ a: b }));
  expect(specKey({ a })).not.toBe(specKey({ b: a }));
  expect(specKey({ a })).not.toBe(specKey({ a: { ...a, type: "int32" } }));
});
