import { describe, expect, it } from "vitest";
import { elementwise } from "../../../../src/nn/engine/lowering/elementwise.js";
import { tf } from "../../../../src/nn/tf.js";
import { anyShape, broadcastShapes, expectAgreement, forAll, integers, kernel, reals } from "../agreement.js";

/** Kernels of one operand, with the domain they are tried on. */
const UNARY: Record<string, readonly [number, number]> = {
  Neg: [-2, 2], Abs: [-2, 2], Sign: [-2, 2], Square: [-2, 2],
  Exp: [-5, 5], Expm1: [-2, 2], Log: [0.01, 5], Log1p: [-0.9, 3], Sqrt: [0, 5], Rsqrt: [0.01, 5], Reciprocal: [0.1, 5],
  Floor: [-5, 5], Ceil: [-5, 5], Round: [-5, 5],
  Sin: [-6, 6], Cos: [-6, 6], Tan: [-1.4, 1.4], Asin: [-1, 1], Acos: [-1, 1], Atan: [-5, 5],
  Sinh: [-3, 3], Cosh: [-3, 3], Tanh: [-5, 5], Asinh: [-3, 3], Acosh: [1, 5], Atanh: [-0.95, 0.95], Erf: [-3, 3],
};
const BINARY = ["Add", "Sub", "Multiply", "RealDiv", "FloorDiv", "Mod", "Maximum", "Minimum", "SquaredDifference"];

describe("elementwise kernels", () => {
  it("are all tried here", () => {
    expect([...Object.keys(UNARY), ...BINARY, "Pow", "AddN", "ClipByValue"].sort()).toEqual(Object.keys(elementwise).sort());
  });

  it("of one operand agree with the cpu backend on random shapes", () =>
    forAll(anyShape, async (shape) => {
      const inputs = Object.fromEntries(Object.entries(UNARY).map(([name, [low, high]]) => [name, reals(shape, name, low, high)]));
      await expectAgreement((x) => Object.fromEntries(Object.keys(UNARY).map((name) => [`out/${name}`, kernel(name, { x: x[name] })])), inputs);
    }));

  it("of two operands broadcast as on the cpu backend", () =>
    forAll(broadcastShapes, async ({ a, b }) => {
      const inputs = { a: reals(a, "a"), b: reals(b, "b", 0.5, 3) };
      await expectAgreement(({ a, b }) => {
        const both = [...BINARY, "Pow"].map((name) => [`${name}(a, b)`, kernel(name, { a: name === "Pow" ? tf.abs(a) : a, b })]);
        const swapped = BINARY.map((name) => [`${name}(b, a)`, kernel(name, { a: b, b: tf.add(tf.abs(a), 0.5) })]);
        return Object.fromEntries([...both, ...swapped]) as Record<string, tf.Tensor>;
      }, inputs);
    }));

  it("of integers agree", () =>
    forAll(broadcastShapes, async ({ a, b }) => {
      const inputs = { a: integers(a, "a", -9, 9), b: integers(b, "b", 1, 5) };
      const names = ["Add", "Sub", "Multiply", "FloorDiv", "Maximum", "Minimum", "SquaredDifference"];
      await expectAgreement(({ a, b }) => ({
        ...Object.fromEntries(names.map((name) => [name, kernel(name, { a, b })])),
        ...Object.fromEntries(["Neg", "Abs", "Square"].map((name) => [name, kernel(name, { x: a })])),
      }), inputs);
    }));

  it("of functions that vanish at 0 keep their relative precision there", async () => {
    const x = { data: Float32Array.of(1e-30, -1e-12, 1e-7, -1e-4, 1e-3, 0.1, 0), shape: [7] };
    const scaled = (name: string) => ({ x }: Readonly<Record<string, tf.Tensor>>) => ({ y: tf.div(kernel(name, { x }), tf.add(x, 1e-38)) });
    await expectAgreement(scaled("Expm1"), { x }, 1e-6);
    await expectAgreement(scaled("Log1p"), { x }, 1e-6);
  });

  it("of values outside a function's domain give the same NaN and infinities", async () => {
    const x = { data: Float32Array.of(-1, 0, NaN, Infinity, -Infinity), shape: [5] };
    const names = ["Log", "Sqrt", "Reciprocal", "Exp", "Log1p", "Expm1", "Abs", "Square"];
    await expectAgreement(({ x }) => Object.fromEntries(names.map((name) => [name, kernel(name, { x })])), { x });
  });

  it("AddN adds, ClipByValue clips", () =>
    forAll(anyShape, (shape) =>
      expectAgreement(
        ({ a, b, c, n }) => ({
          sum: kernel("AddN", [a, b, c]),
          clipped: kernel("ClipByValue", { x: a }, { clipValueMin: -0.5, clipValueMax: 1 }),
          integers: kernel("ClipByValue", { x: n }, { clipValueMin: -2, clipValueMax: 3 }),
        }),
        { a: reals(shape, "a"), b: reals(shape, "b"), c: reals(shape, "c"), n: integers(shape, "n", -9, 9) },
      )));
});
