import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convolution } from "../../../../src/nn/engine/lowering/convolution.js";
import { tf } from "../../../../src/nn/tf.js";
import { expectAgreement, forAll, kernel, reals } from "../agreement.js";

const small = fc.integer({ min: 1, max: 3 });
const cases = fc.record({
  batch: small, height: fc.integer({ min: 3, max: 7 }), width: fc.integer({ min: 3, max: 7 }), channels: small,
  filter: fc.tuple(small, small), out: small, strides: fc.tuple(small, small),
  pad: fc.constantFrom<"same" | "valid">("same", "valid"),
  dataFormat: fc.constantFrom<"NHWC" | "NCHW">("NHWC", "NCHW"),
});
type Images = tf.Tensor4D;

describe("convolution kernels", () => {
  it("are all tried here", () => {
    expect(Object.keys(convolution).sort()).toEqual(["Conv2D", "Conv2DBackpropFilter", "Conv2DBackpropInput", "FusedConv2D"]);
  });

  it("agree with the cpu backend in two dimensions, with both gradients", () =>
    forAll(cases, ({ batch, height, width, channels, filter, out, strides, pad, dataFormat }) => {
      const shape = dataFormat === "NHWC" ? [batch, height, width, channels] : [batch, channels, height, width];
      return expectAgreement(
        ({ x, w }) => {
          const conv = (x: tf.Tensor, w: tf.Tensor): tf.Tensor => tf.conv2d(x as Images, w as Images, strides, pad, dataFormat);
          const [dx, dw] = tf.grads((x, w) => tf.square(conv(x, w)))([x, w]);
          return { y: conv(x, w), dx, dw };
        },
        { x: reals(shape, "x"), w: reals([...filter, channels, out], "w") },
        1e-4,
      );
    }, 30));

  it("agree in one dimension, dilated, and with explicit padding", () =>
    forAll(cases, ({ batch, width, channels, filter: [k], out, strides: [dilation] }) =>
      expectAgreement(
        ({ x, w }) => ({
          plain: tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, "same"),
          dilated: tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, "same", "NWC", dilation),
          padded: tf.conv2d(tf.expandDims<tf.Tensor4D>(x, 1), tf.expandDims<tf.Tensor4D>(w, 0), 1, [[0, 0], [0, 0], [2, 1], [0, 0]]),
          gradient: tf.grad((w) => tf.square(tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 2, "same")))(w),
        }),
        { x: reals([batch, width, channels], "x"), w: reals([k, channels, out], "w") },
        1e-4,
      )));

  it("fuse with a bias and an activation", () =>
    forAll(cases, ({ batch, height, width, channels, filter, out, strides, pad }) =>
      expectAgreement(
        ({ x, filter, bias, preluActivationWeights }) =>
          Object.fromEntries(
            ["linear", "relu", "leakyrelu", "prelu"].map((activation) => [
              activation,
              kernel("FusedConv2D", { x, filter, bias, preluActivationWeights }, { strides, pad, dataFormat: "NHWC", dilations: 1, activation, leakyreluAlpha: 0.1 }),
            ]),
          ),
        {
          x: reals([batch, height, width, channels], "x"), filter: reals([...filter, channels, out], "w"),
          bias: reals([out], "bias"), preluActivationWeights: reals([out], "slopes"),
        },
        1e-4,
      )));
});
