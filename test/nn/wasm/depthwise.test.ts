import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import { tf } from "../../../src/nn/tf.js";
import { depthwise } from "../../../src/nn/wasm/depthwise.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { forAll, reals } from "../engine/agreement.js";
import { expectWasmAgreement, on } from "./wasmAgreement.js";

const small = fc.integer({ min: 1, max: 3 });
const cases = fc.record({
  batch: small, height: fc.integer({ min: 3, max: 7 }), width: fc.integer({ min: 3, max: 7 }), channels: small,
  filter: fc.tuple(small, small), multiplier: small, stride: small, pad: fc.constantFrom<"same" | "valid">("same", "valid"),
});

const gradients =
  (stride: number, pad: "same" | "valid"): TensorFunction =>
  ({ x, w }) => {
    const conv = (x: tf.Tensor, w: tf.Tensor): tf.Tensor => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);
    const [dx, dw] = tf.grads((x, w) => tf.square(conv(x, w)))([x, w]);
    return { y: conv(x, w), dx, dw };
  };

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
});

it("is needed: as shipped, there are no gradients", async () => {
  await expect(on("wasm", gradients(1, "same"), { x: reals([1, 3, 3, 1], "x"), w: reals([2, 2, 1, 1], "w") })).rejects.toThrow("DepthwiseConv2dNativeBackprop");
});

describe("depthwise convolution", () => {
  it("has both gradients mended", () => expect(Object.keys(depthwise)).toEqual(["DepthwiseConv2dNativeBackpropFilter", "DepthwiseConv2dNativeBackpropInput"]));

  it("agrees with the cpu backend, with gradients", () =>
    forAll(cases, ({ batch, height, width, channels, filter, multiplier, stride, pad }) =>
      expectWasmAgreement(gradients(stride, pad), { x: reals([batch, height, width, channels], "x"), w: reals([...filter, channels, multiplier], "w") }), 60));

  it("trains the separable layers of tf.layers", async () => {
    const f: TensorFunction = ({ x, y, depth, point }) => {
      const net = tf.sequential({ layers: [tf.layers.separableConv2d({ filters: 3, kernelSize: 3, padding: "same", useBias: false, inputShape: [5, 5, 2], weights: [depth, point] })] });
      const optimiser = tf.train.sgd(0.05);
      for (let t = 0; t < 4; t++) optimiser.minimize(() => tf.losses.meanSquaredError(y, net.apply(x) as tf.Tensor));
      const [a, b] = net.getWeights().map((w) => tf.clone(w));
      net.dispose();
      optimiser.dispose();
      return { a, b };
    };
    await expectWasmAgreement(f, { x: reals([3, 5, 5, 2], "x"), y: reals([3, 5, 5, 3], "y"), depth: reals([3, 3, 2, 1], "depth"), point: reals([1, 1, 2, 3], "point") });
  });
});
