import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pooling } from "../../../../src/nn/engine/lowering/pooling.js";
import { tf } from "../../../../src/nn/tf.js";
import { expectAgreement, forAll, integers, reals } from "../agreement.js";

const small = fc.integer({ min: 1, max: 3 });
const cases = fc.record({
  shape: fc.tuple(small, fc.integer({ min: 3, max: 7 }), fc.integer({ min: 3, max: 7 }), small),
  window: fc.tuple(small, small), strides: fc.tuple(small, small),
  pad: fc.constantFrom<"same" | "valid">("same", "valid"),
});

describe("pooling kernels", () => {
  it("are all tried here", () => {
    expect(Object.keys(pooling).sort()).toEqual(["AvgPool", "AvgPoolGrad", "MaxPool", "MaxPoolGrad"]);
  });

  it("agree with the cpu backend, with gradients, ties included", () =>
    forAll(cases, ({ shape, window, strides, pad }) =>
      expectAgreement(
        ({ x, n }) => {
          const max = (x: tf.Tensor): tf.Tensor => tf.maxPool(x as tf.Tensor4D, window, strides, pad);
          const mean = (x: tf.Tensor): tf.Tensor => tf.avgPool(x as tf.Tensor4D, window, strides, pad);
          const ties = tf.cast(n, "float32");
          return {
            max: max(x), mean: mean(x),
            dMax: tf.grad((x) => tf.square(max(x)))(x), dMean: tf.grad((x) => tf.square(mean(x)))(x),
            dTies: tf.grad((x) => tf.mul(max(x), 2))(ties),
          };
        },
        { x: reals(shape, "x"), n: integers(shape, "n", 0, 2) },
        1e-4,
      ), 30));
});
