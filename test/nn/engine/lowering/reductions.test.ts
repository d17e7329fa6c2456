import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reductions } from "../../../../src/nn/engine/lowering/reductions.js";
import { tf } from "../../../../src/nn/tf.js";
import { anyShape, expectAgreement, forAll, integers, kernel, reals } from "../agreement.js";

/** A shape of rank 1 or more, and some of its axes. */
const cases = anyShape
  .filter((shape) => shape.length > 0)
  .chain((shape) => fc.record({ shape: fc.constant(shape), axes: fc.subarray(shape.map((_, i) => i), { minLength: 1 }), keepDims: fc.boolean() }));

describe("reduction kernels", () => {
  it("are all tried here", () => {
    const tried = ["Sum", "Mean", "Max", "Min", "Prod", "All", "Any", "ArgMax", "ArgMin", "Softmax", "Cumsum"];
    expect(Object.keys(reductions).sort()).toEqual(tried.sort());
  });

  it("reduce any axes as the cpu backend does, with gradients", () =>
    forAll(cases, ({ shape, axes, keepDims }) =>
      expectAgreement(
        ({ x, n }) => ({
          sum: tf.sum(x, axes, keepDims),
          mean: tf.mean(x, axes, keepDims),
          max: tf.max(x, axes, keepDims),
          min: tf.min(x, axes, keepDims),
          prod: tf.prod(x, axes, keepDims),
          integers: tf.sum(n, axes, keepDims),
          all: tf.all(tf.cast(n, "bool"), axes, keepDims),
          any: tf.any(tf.cast(n, "bool"), axes, keepDims),
          everything: tf.sum(x),
          dSum: tf.grad((x) => tf.sum(tf.square(x), axes))(x),
          dMean: tf.grad((x) => tf.mean(tf.square(x), axes))(x),
          dMax: tf.grad((x) => tf.max(x, axes))(x),
          variance: tf.moments(x, axes).variance,
          logSumExp: tf.logSumExp(x, axes),
          dLogSumExp: tf.grad((x) => tf.logSumExp(x, axes))(x),
        }),
        { x: reals(shape, "x"), n: integers(shape, "n", 0, 2) },
      ), 20));

  it("normalise and accumulate along an axis", () =>
    forAll(cases, ({ shape, axes: [axis], keepDims }) =>
      expectAgreement(
        ({ x }) => ({
          softmax: kernel("Softmax", { logits: x }, { dim: shape.length - 1 }),
          logSoftmax: tf.logSoftmax(x),
          dSoftmax: tf.grad((x) => tf.square(tf.softmax(x)))(x),
          dLogSoftmax: tf.grad((x) => tf.square(tf.logSoftmax(x)))(x),
          cumsum: tf.cumsum(x, axis, keepDims, shape.length > 2),
          argMax: tf.argMax(x, axis),
          argMin: tf.argMin(x, axis),
        }),
        { x: reals(shape, "x") },
      )));

  it("sum many leading rows", () =>
    expectAgreement(({ x }) => ({ y: tf.sum(x, 0), z: tf.sum(x, [0, 1]), t: tf.mean(x, 0) }), { x: reals([300, 7, 3], "x") }));
});
