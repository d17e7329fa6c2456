import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shape as shapeRules } from "../../../../src/nn/engine/lowering/shape.js";
import { trace } from "../../../../src/nn/engine/trace.js";
import { tf } from "../../../../src/nn/tf.js";
import { anyShape, expectAgreement, forAll, integers, kernel, reals } from "../agreement.js";

const TRIED = [
  "Identity", "Cast", "Reshape", "ExpandDims", "Transpose", "Tile", "Concat", "Pack", "Unpack", "SplitV", "Slice", "PadV2", "MirrorPad",
  "Reverse", "Fill", "ZerosLike", "OnesLike", "Range", "LinSpace",
];
const cases = anyShape
  .filter((shape) => shape.length > 0)
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      axis: fc.nat(shape.length - 1),
      perm: fc.shuffledSubarray(shape.map((_, i) => i), { minLength: shape.length }),
      numbers: fc.tuple(...shape.map((extent) => fc.tuple(fc.nat(extent - 1), fc.nat(2), fc.nat(2)))),
    }),
  );

describe("shape kernels", () => {
  it("are all tried here", () => {
    expect(Object.keys(shapeRules).sort()).toEqual(TRIED.sort());
  });

  it("move elements as the cpu backend does", () =>
    forAll(cases, ({ shape, axis, perm, numbers }) => {
      const begin = numbers.map(([from]) => from);
      const size = shape.map((extent, i) => extent - begin[i]);
      const paddings = numbers.map(([, before, after]) => [before, after] as [number, number]);
      const mirrored = shape.map((extent) => [extent - 1, Math.min(1, extent - 1)] as [number, number]);
      return expectAgreement(
        ({ x, y, n }) => ({
          identity: tf.clone(x),
          flat: tf.reshape(x, [-1]),
          expanded: tf.expandDims(x, axis),
          transposed: tf.transpose(x, perm),
          twice: tf.transpose(tf.transpose(x, perm), perm),
          tiled: kernel("Tile", { x }, { reps: numbers.map(([, reps]) => reps + 1) }),
          concat: tf.concat([x, y, x], axis),
          packed: tf.stack([x, y], axis),
          unpacked: tf.unstack(x, axis).reduce((a, b) => tf.add(a, b)),
          split: tf.split(tf.concat([x, y], axis), [shape[axis], shape[axis]], axis)[1],
          halves: tf.split(tf.concat([x, y], axis), 2, axis)[0],
          sliced: tf.slice(x, begin, size),
          padded: kernel("PadV2", { x }, { paddings, constantValue: 0.5 }),
          integers: kernel("PadV2", { x: n }, { paddings, constantValue: 3 }),
          ...(shape.length <= 4 && { mirrored: tf.mirrorPad(x, mirrored, "reflect") }),
          reversed: tf.reverse(x, [axis]),
          zeros: tf.zerosLike(x),
          ones: tf.add(tf.onesLike(n), n),
        }),
        { x: reals(shape, "x"), y: reals(shape, "y"), n: integers(shape, "n", -4, 4) },
      );
    }, 25));

  it("have the gradients of the cpu backend", () =>
    forAll(cases, ({ shape, axis, perm, numbers }) => {
      const begin = numbers.map(([from]) => from);
      const functions: Record<string, (x: tf.Tensor) => tf.Tensor> = {
        slice: (x) => tf.slice(x, begin, shape.map((extent, i) => extent - begin[i])),
        concat: (x) => tf.concat([x, tf.square(x)], axis),
        transpose: (x) => tf.transpose(x, perm),
        tile: (x) => tf.tile(x, shape.map((_, i) => (i === axis ? 2 : 1))),
        stack: (x) => tf.stack([x, x], axis),
        reverse: (x) => tf.reverse(x, axis),
      };
      return expectAgreement(
        ({ x }) => Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, tf.grad((x) => tf.square(f(x)))(x)])),
        { x: reals(shape, "x") },
      );
    }));

  it("change types as the cpu backend does", async () => {
    const x = { data: Float32Array.of(-1.7, -0.2, 0, 0.9, 2.5), shape: [5] };
    await expectAgreement(
      ({ x }) => ({ int: tf.cast(x, "int32"), bool: tf.cast(x, "bool"), back: tf.cast(tf.cast(x, "bool"), "float32"), both: tf.add(tf.cast(x, "int32"), x) }),
      { x },
    );
  });

  it("make constants", () =>
    expectAgreement(
      ({ x }) => ({
        fill: tf.add(tf.fill([2, 3], 1.5), x),
        range: tf.add(tf.range(5, 0, -2), x),
        integers: tf.cast(tf.range(0, 4, 1, "int32"), "float32"),
        down: tf.range(3, 0),
        linspace: tf.add(tf.linspace(0, 1, 4), x),
        nothing: tf.concat([x.reshape([1]), tf.zeros([0])]),
      }),
      { x: reals([], "x") },
    ));

  it("refuse what they do not cover", () => {
    const x = { x: { shape: [3], type: "float32" as const } };
    expect(() => trace(({ x }) => ({ y: tf.mirrorPad(x, [[1, 1]], "symmetric") }), x)).toThrow("kernel MirrorPad: mirror padding in mode symmetric (at ");
    expect(() => trace(({ x }) => ({ y: tf.real(tf.complex(x, x)) }), x)).toThrow("kernel Complex has no ONNX counterpart here (at ");
  });
});
