import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexing } from "../../../../src/nn/engine/lowering/indexing.js";
import { trace } from "../../../../src/nn/engine/trace.js";
import { tf } from "../../../../src/nn/tf.js";
import { anyShape, expectAgreement, forAll, integers, kernel, reals } from "../agreement.js";

const cases = anyShape
  .filter((shape) => shape.length > 0)
  .chain((shape) => fc.record({ shape: fc.constant(shape), axis: fc.nat(shape.length - 1), count: fc.integer({ min: 1, max: 6 }) }));

describe("indexing kernels", () => {
  it("are all tried here", () => {
    expect(Object.keys(indexing).sort()).toEqual(["GatherNd", "GatherV2", "OneHot", "UnsortedSegmentSum"]);
  });

  it("gather along any axis, with gradients", () =>
    forAll(cases, ({ shape, axis, count }) =>
      expectAgreement(
        ({ x, rows }) => ({ y: tf.gather(x, rows, axis), dx: tf.grad((x) => tf.square(tf.gather(x, rows as tf.Tensor1D, axis)))(x) }),
        { x: reals(shape, "x"), rows: integers([count], "rows", 0, shape[axis]) },
      ), 25));

  it("gather by tables of indices", () =>
    forAll(cases, ({ shape, count }) =>
      expectAgreement(
        ({ x, at }) => ({ table: tf.gather(x, tf.reshape(at, [1, count])), nd: tf.gatherND(x, tf.reshape(at, [count, 1])) }),
        { x: reals(shape, "x"), at: integers([count], "at", 0, shape[0]) },
      )));

  it("sum rows by their segment, and drop those that have none", () =>
    forAll(cases, ({ shape, count }) =>
      expectAgreement(
        ({ x, segmentIds }) => ({ y: kernel("UnsortedSegmentSum", { x, segmentIds }, { numSegments: count }) }),
        { x: reals(shape, "x"), segmentIds: integers(shape.slice(0, 1), "ids", -1, count) },
      )));

  it("encode classes", () =>
    forAll(cases, ({ shape }) =>
      expectAgreement(
        ({ k }) => ({ y: tf.oneHot(k, 3), z: tf.oneHot(k, 3, 0.9, 0.05, "float32") }),
        { k: integers(shape, "k", -1, 4) },
      )));

  it("refuse batch dimensions", () => {
    const f = ({ x, k }: Readonly<Record<string, tf.Tensor>>) => ({ y: tf.gather(x, k, 1, 1) });
    expect(() => trace(f, { x: { shape: [2, 3], type: "float32" }, k: { shape: [2, 1], type: "int32" } })).toThrow("gathering with 1 batch dimensions");
  });
});
