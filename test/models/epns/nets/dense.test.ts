import { beforeAll, expect, it } from "vitest";
import { dense } from "../../../../src/models/epns/nets/dense.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("maps the last axis and leaves the others", () => {
  const parameters = {
    "a/weights": { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] },
    "a/bias": { data: Float32Array.of(0.5, -0.5), shape: [2] },
  };
  tf.tidy(() => {
    const y = dense("a", 2, 2).apply(upload(parameters), tf.tensor([[[[1, 1]], [[0, 2]]]]));
    expect(y.shape).toEqual([1, 2, 1, 2]);
    expect([...y.dataSync()]).toEqual([4.5, 5.5, 6.5, 7.5]);
  });
});

it("starts with biases of 0, or has none", () => {
  expect([...dense("a", 3, 2).init(Key.root(0))["a/bias"].data]).toEqual([0, 0]);
  expect(Object.keys(dense("a", 3, 2, false).init(Key.root(0)))).toEqual(["a/weights"]);
});

it.each([[0, 1, "inputs of a must be an integer >= 1, got 0"], [1, NaN, "outputs of a must be an integer >= 1, got NaN"]])("refuses %s → %s", (inputs, outputs, why) => {
  expect(() => dense("a", inputs, outputs)).toThrow(new RangeError(why));
});
