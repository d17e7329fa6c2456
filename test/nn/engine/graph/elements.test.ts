import { expect, it } from "vitest";
import { elements, elementType } from "../../../../src/nn/engine/graph/elements.js";
import { NotTraceable } from "../../../../src/nn/engine/notTraceable.js";

it("copies numbers into arrays of the type", () => {
  const values = [0, 5, -2];
  expect(elements(values, "float32")).toEqual(Float32Array.of(0, 5, -2));
  expect(elements(values, "int32")).toEqual(Int32Array.of(0, 5, -2));
  expect(elements(values, "bool")).toEqual(Uint8Array.of(0, 1, 1));
});

it("knows the types of graphs, and refuses others", () => {
  expect((["float32", "int32", "bool"] as const).map(elementType)).toEqual(["float32", "int32", "bool"]);
  for (const dtype of ["string", "complex64"] as const) {
    expect(() => elementType(dtype)).toThrow(NotTraceable);
    expect(() => elementType(dtype)).toThrow(`tensors of type ${dtype} have no ONNX counterpart here`);
  }
});
