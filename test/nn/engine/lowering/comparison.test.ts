import { describe, expect, it } from "vitest";
import { comparison } from "../../../../src/nn/engine/lowering/comparison.js";
import { trace } from "../../../../src/nn/engine/trace.js";
import { tf } from "../../../../src/nn/tf.js";
import { anyShape, broadcastShapes, expectAgreement, forAll, integers, kernel, reals } from "../agreement.js";

const COMPARE = ["Equal", "NotEqual", "Greater", "GreaterEqual", "Less", "LessEqual"];
const LOGIC = ["LogicalAnd", "LogicalOr"];
const TEST = ["IsNan", "IsInf", "IsFinite"];
const bool = (x: tf.Tensor): tf.Tensor => tf.cast(x, "bool");

describe("comparison kernels", () => {
  it("are all tried here", () => {
    expect([...COMPARE, ...LOGIC, ...TEST, "LogicalNot", "Select"].sort()).toEqual(Object.keys(comparison).sort());
  });

  it("agree with the cpu backend, broadcast, ties included", () =>
    forAll(broadcastShapes, (shapes) =>
      expectAgreement(
        ({ a, b }) => ({
          ...Object.fromEntries(COMPARE.map((name) => [name, kernel(name, { a, b })])),
          ...Object.fromEntries(COMPARE.map((name) => [`real ${name}`, kernel(name, { a: tf.cast(a, "float32"), b: tf.cast(b, "float32") })])),
          ...Object.fromEntries(LOGIC.map((name) => [name, kernel(name, { a: bool(a), b: bool(b) })])),
          LogicalNot: kernel("LogicalNot", { x: bool(a) }),
        }),
        { a: integers(shapes.a, "a", -1, 2), b: integers(shapes.b, "b", -1, 2) },
      )));

  it("find what is not finite", async () => {
    const x = { data: Float32Array.of(0, NaN, Infinity, -Infinity, 3e38), shape: [5] };
    await expectAgreement(({ x }) => Object.fromEntries(TEST.map((name) => [name, kernel(name, { x })])), { x });
  });

  it("choose element by element", () =>
    forAll(anyShape, (shape) =>
      expectAgreement(
        ({ c, one, t, e }) => ({
          Select: kernel("Select", { condition: bool(c), t, e }),
          where: tf.where(bool(one), t, e),
          ...(shape.length > 0 && { gradient: tf.grad((t) => tf.where(bool(c), t, e))(t) }),
        }),
        { c: integers(shape, "c", 0, 2), one: integers(shape.map(() => 1), "one", 0, 2), t: reals(shape, "t"), e: reals(shape, "e") },
      )));

  it("refuse a condition of another shape", () => {
    const f = ({ c, t }: Readonly<Record<string, tf.Tensor>>) => ({ y: kernel("Select", { condition: c, t, e: t }) });
    expect(() => trace(f, { c: { shape: [2], type: "bool" }, t: { shape: [2, 3], type: "float32" } })).toThrow("kernel Select: a condition of shape [2] (at ");
  });
});
