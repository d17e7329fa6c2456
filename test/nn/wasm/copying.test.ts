import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { copying } from "../../../src/nn/wasm/copying.js";
import { mendKernels } from "../../../src/nn/wasm/mendKernels.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { forAll, integers, reals } from "../engine/agreement.js";
import { expectWasmAgreement } from "./wasmAgreement.js";

/** Rows are short or long. */
const extent = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(40));
const shapes = fc.array(extent, { minLength: 1, maxLength: 5 }).filter((shape) => shape.reduce((a, b) => a * b, 1) < 10_000);

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
  mendKernels();
});

describe("copying kernels", () => {
  it("are all tried here", () => expect(Object.keys(copying)).toEqual(["Concat", "Pack", "Slice", "SplitV", "Unpack"]));

  it("join parts along any axis, empty ones and truth values too", () =>
    forAll(
      shapes.chain((shape) => fc.record({ shape: fc.constant(shape), axis: fc.nat(shape.length - 1), extents: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }) })),
      ({ shape, axis, extents }) => {
        const parts = extents.map((extent, i) => integers(shape.with(axis, extent), i, 0, 2));
        return expectWasmAgreement(
          (given) => {
            const tensors = Object.values(given);
            return {
              integers: tf.concat(tensors, axis),
              reals: tf.concat(tensors.map((x) => tf.add(0.5, tf.cast(x, "float32"))), axis - shape.length),
              bools: tf.concat(tensors.map((x) => tf.cast(x, "bool")), axis),
            };
          },
          Object.fromEntries(parts.map((part, i) => [`part${i}`, part])),
          0,
        );
      },
      60,
    ));

  it("take parts out of any axes, which may be empty, all, or to the end", () =>
    forAll(
      shapes.chain((shape) =>
        fc.record({
          shape: fc.constant(shape),
          begin: fc.tuple(...shape.map((extent) => fc.nat(extent))),
          ends: fc.tuple(...shape.map(() => fc.oneof(fc.constant(-1), fc.nat(40)))),
        }),
      ),
      ({ shape, begin, ends }) => {
        const size = ends.map((end, i) => (end < 0 ? -1 : Math.min(end, shape[i] - begin[i])));
        const whole = shape.map(() => 0);
        return expectWasmAgreement(
          ({ x, n }) => ({
            reals: tf.slice(x, begin, size),
            integers: tf.slice(n, begin, size),
            bools: tf.slice(tf.cast(n, "bool"), begin, size),
            all: tf.slice(x, whole),
          }),
          { x: reals(shape, "x"), n: integers(shape, "n", -1, 2) },
          0,
        );
      },
      60,
    ));

  it("stack along a new axis, and take apart along any", () =>
    forAll(
      shapes.chain((shape) => fc.record({ shape: fc.constant(shape), axis: fc.nat(shape.length - 1), at: fc.nat(shape.length), cut: fc.nat(40) })),
      ({ shape, axis, at, cut }) => {
        const first = Math.min(cut, shape[axis]);
        const named = (tensors: tf.Tensor[], label: string) => tensors.map((x, i) => [`${label}${i}`, x] as const);
        return expectWasmAgreement(
          ({ x, n }) => ({
            stacked: tf.stack([x, tf.neg(x), x], at),
            bools: tf.stack([tf.cast(n, "bool"), tf.cast(tf.neg(n), "bool")], at),
            integers: tf.stack([n], at),
            ...Object.fromEntries([
              ...named(tf.split(x, [first, shape[axis] - first], axis), "split"),
              ...named(tf.split(n, shape[axis], axis - shape.length), "each"),
              ...named(tf.unstack(x, axis), "real"),
              ...named(tf.unstack(n, axis - shape.length), "integer"),
            ]),
          }),
          { x: reals(shape, "x"), n: integers(shape, "n", -1, 2) },
          0,
        );
      },
      40,
    ));

  it("refuse parts that do not fit together", () => {
    expect(() => tf.engine().runKernel("Concat", [tf.ones([2, 2]), tf.ones([3, 3])] as unknown as tf.NamedTensorMap, { axis: 1 })).toThrow("does not match the shape of the rest (2,2) along the non-concatenated axis 1");
  });
});
