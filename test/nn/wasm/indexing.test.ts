import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { indexing } from "../../../src/nn/wasm/indexing.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { anyShape, forAll, integers, kernel, reals } from "../engine/agreement.js";
import { expectWasmAgreement, on } from "./wasmAgreement.js";

const cases = anyShape
  .filter((shape) => shape.length > 0)
  .chain((shape) => fc.record({ shape: fc.constant(shape), axis: fc.nat(shape.length - 1), count: fc.integer({ min: 1, max: 9 }) }));

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
});

it("is needed: as shipped, a gather has no gradient, and a smooth encoding of classes is 0", async () => {
  const k = { k: integers([3], "k", 0, 2) };
  await expect(on("wasm", ({ k }) => ({ dx: tf.grad((x) => tf.gather(x, k))(tf.ones([2])) }), k)).rejects.toThrow("UnsortedSegmentSum");
  expect((await on("wasm", ({ k }) => ({ y: tf.oneHot(k, 2, 0.9, 0.1, "float32") }), k)).y.data).toEqual(new Float32Array(6));
});

describe("indexing kernels", () => {
  it("are all tried here", () => expect(Object.keys(indexing)).toEqual(["UnsortedSegmentSum", "OneHot"]));

  it("sum rows by their segment, of floats and integers, and drop those that have none", () =>
    forAll(cases, ({ shape, count }) =>
      expectWasmAgreement(
        ({ x, n, segmentIds }) => ({
          reals: kernel("UnsortedSegmentSum", { x, segmentIds }, { numSegments: count }),
          integers: kernel("UnsortedSegmentSum", { x: n, segmentIds }, { numSegments: count }),
        }),
        { x: reals(shape, "x"), n: integers(shape, "n", -4, 4), segmentIds: integers(shape.slice(0, 1), "ids", -2, count + 2) },
        1e-6,
      ), 40));

  it("give the gradient of a gather along any axis, by lists and tables", () =>
    forAll(cases, ({ shape, axis, count }) =>
      expectWasmAgreement(
        ({ x, k }) => ({
          list: tf.grad((x) => tf.square(tf.gather(x, k as tf.Tensor1D, axis)))(x),
          table: tf.grad((x) => tf.square(tf.gather(x, tf.reshape(k, [1, count]), axis)))(x),
        }),
        { x: reals(shape, "x"), k: integers([count], "k", 0, shape[axis]) },
      ), 40));

  it("encode classes, also those that do not exist", () =>
    forAll(cases, ({ shape, count }) =>
      expectWasmAgreement(
        ({ k }) => ({ plain: tf.oneHot(k, count), smooth: tf.oneHot(k, count, 0.9, 0.05, "float32"), truth: tf.oneHot(k, count, 1, 0, "bool") }),
        { k: integers(shape, "k", -2, count + 2) },
        0,
      )));

  it("train an embedding as on the cpu backend", () =>
    expectWasmAgreement(({ table, k, y }) => {
      const loss = (table: tf.Tensor): tf.Tensor => tf.mean(tf.squaredDifference(tf.sum(tf.gather(table, k), 1), y));
      for (let t = 0; t < 5; t++) table = tf.sub(table, tf.grad(loss)(table));
      return { table };
    }, { table: reals([7, 3], "table"), k: integers([16], "k", 0, 7), y: reals([16], "y") }));

  it("refuse a table of segments", async () => {
    const x = { x: reals([2, 2], "x"), segmentIds: integers([2, 2], "k", 0, 2) };
    await expect(on("wasm", (given) => ({ y: kernel("UnsortedSegmentSum", given, { numSegments: 2 }) }), x)).rejects.toThrow("segment ids must have one axis, got shape [2, 2]");
  });
});
