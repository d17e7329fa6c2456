import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import { tf } from "../../../src/nn/tf.js";
import { pooling } from "../../../src/nn/wasm/pooling.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { forAll, integers, reals } from "../engine/agreement.js";
import { expectWasmAgreement, on } from "./wasmAgreement.js";

const small = fc.integer({ min: 1, max: 3 });
const padding = fc.tuple(fc.nat(1), fc.nat(1));
const cases = fc.record({
  shape: fc.tuple(small, fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 8 }), small),
  window: fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })),
  strides: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  pad: fc.oneof(fc.constantFrom<("same" | "valid")[]>("same", "valid"), fc.tuple(padding, padding).map(([rows, columns]): tf.backend_util.ExplicitPadding => [[0, 0], rows, columns, [0, 0]])),
});

/** Gradients of max pooling, each window's counted by its place. */
const gradient = (pool: (x: tf.Tensor) => tf.Tensor): TensorFunction => ({ x }) => {
  const y = pool(x);
  return { dx: tf.grad((x) => tf.mul(pool(x), tf.reshape(tf.range(1, y.size + 1), y.shape)))(x) };
};
const halves: TensorFunction = gradient((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "valid"));
const NEGATIVE = { x: reals([1, 4, 4, 1], "x", -2, -1) };

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
});

it("is needed: as shipped, a window of negative numbers has no gradient", async () => {
  const sum = async (backend: "wasm" | "cpu"): Promise<number> => [...(await on(backend, halves, NEGATIVE)).dx.data].reduce((a, b) => a + b, 0);
  expect(await sum("cpu")).toBe(10);
  expect(await sum("wasm")).toBeLessThan(10);
});

describe("the gradient of max pooling", () => {
  it("is all that is mended", () => expect(Object.keys(pooling)).toEqual(["MaxPoolGrad"]));

  it("agrees with the cpu backend: any windows, strides and padding, negative numbers, ties", () =>
    forAll(cases, async ({ shape, window, strides, pad }) => {
      const dMax = gradient((x) => tf.maxPool(x as tf.Tensor4D, window, strides, pad));
      for (const [low, high] of [[-2, 2], [-9, -1]]) await expectWasmAgreement(dMax, { x: reals(shape, "x", low, high) }, 1e-6);
      const { data } = integers(shape, "x", -2, 1);
      await expectWasmAgreement(dMax, { x: { data: Float32Array.from(data), shape } }, 1e-6);
    }, 60));

  it("agrees where numbers are not finite", () => expectWasmAgreement(halves, { x: { data: Float32Array.from({ length: 16 }, (_, i) => [NaN, -Infinity, 1, Infinity][(i * i) % 7 % 4]), shape: [1, 4, 4, 1] } }));

  it("trains a net as on the cpu backend", async () => {
    const f: TensorFunction = ({ x, w }) => {
      const loss = (w: tf.Tensor): tf.Tensor => tf.mean(tf.square(tf.maxPool(tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same"), 2, 2, "same")));
      for (let t = 0; t < 5; t++) w = tf.sub(w, tf.mul(0.1, tf.grad(loss)(w)));
      return { w };
    };
    await expectWasmAgreement(f, { x: reals([4, 7, 7, 2], "x"), w: reals([3, 3, 2, 3], "w") });
  });
});
