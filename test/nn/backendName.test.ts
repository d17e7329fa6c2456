import { expect, test } from "vitest";
import { backendName, BACKENDS } from "../../src/nn/backendName.js";

test.each(BACKENDS)("knows %s", (name) => {
  expect(backendName("backend", name)).toBe(name);
});

test("refuses another name in one line that names the choices", () => {
  expect(() => backendName("backend", "gpu")).toThrow(
    new RangeError('backend must be one of onnx-native, onnx-wasm, tfjs-wasm, tfjs-cpu, tensorflow, got "gpu"'),
  );
});
