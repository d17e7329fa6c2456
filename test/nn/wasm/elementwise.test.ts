import { beforeAll, describe, expect, it } from "vitest";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import type { HostTensors } from "../../../src/nn/hostTensor.js";
import { tf } from "../../../src/nn/tf.js";
import { elementwise } from "../../../src/nn/wasm/elementwise.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { anyShape, forAll, integers, kernel, reals } from "../engine/agreement.js";
import { expectWasmAgreement, on } from "./wasmAgreement.js";

const VALUES: HostTensors = { x: { data: Float32Array.of(-1.7, -0.4, -0, 0, 0.4, 1, 2, 256, 300, 1e9, NaN, Infinity), shape: [12] } };
const SMALL: HostTensors = { x: { data: Float32Array.of(1e-30, -1e-12, 1e-8, 1e-7, -1e-4, 1e-3, 0.1), shape: [7] } };
const TRUTH: TensorFunction = ({ x }) => ({ bool: tf.cast(x, "bool"), not: tf.logicalNot(tf.cast(x, "bool")), back: tf.cast(tf.cast(x, "bool"), "float32") });
const RELATIVE: TensorFunction = ({ x }) => ({ y: tf.div(tf.log1p(x), x) });
const CLIPPED: TensorFunction = ({ n }) => ({ y: tf.clipByValue(n, -2, 3) });

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
});

it("is needed: as shipped, truth has many values, integers are not clipped, and small logarithms are 0", async () => {
  expect([...(await on("wasm", TRUTH, VALUES)).bool.data]).toEqual([255, 0, 0, 0, 0, 1, 2, 0, 44, 0, 0, 0]);
  expect([...(await on("wasm", CLIPPED, { n: { data: Int32Array.of(-9, 7), shape: [2] } })).y.data]).not.toEqual([-2, 3]);
  expect((await on("wasm", RELATIVE, SMALL)).y.data[2]).toBe(0);
});

describe("elementwise kernels", () => {
  it("are all tried here", () => expect(Object.keys(elementwise)).toEqual(["Cast", "ClipByValue", "Log1p"]));

  it("make truth values 0 and 1", () => expectWasmAgreement(TRUTH, VALUES, 0));

  it("change types as the cpu backend does", () =>
    forAll(anyShape, (shape) =>
      expectWasmAgreement(
        ({ x, n }) => ({
          ofReals: tf.cast(x, "bool"), ofIntegers: tf.cast(n, "bool"), ofTruth: tf.cast(tf.cast(n, "bool"), "bool"),
          cut: tf.cast(x, "int32"), real: tf.cast(n, "float32"), counted: tf.cast(tf.cast(n, "bool"), "int32"),
        }),
        { x: reals(shape, "x"), n: integers(shape, "n", -2, 3) },
        0,
      )));

  it("clip integers and reals", () =>
    forAll(anyShape, (shape) =>
      expectWasmAgreement(
        ({ x, n }) => ({ ...CLIPPED({ n }), x: tf.clipByValue(x, -0.5, 1), dx: tf.grad((x) => tf.square(tf.clipByValue(x, -0.5, 1)))(x) }),
        { x: reals(shape, "x"), n: integers(shape, "n", -9, 9) },
      )));

  it("keep the relative precision of log(1 + x)", async () => {
    await expectWasmAgreement(RELATIVE, SMALL, 1e-6);
    await expectWasmAgreement(({ x }) => ({ y: tf.log1p(x) }), { x: { data: Float32Array.of(-1, -2, 0, NaN, Infinity), shape: [5] } }, 0);
    await forAll(anyShape, (shape) => expectWasmAgreement(({ x }) => ({ y: kernel("Log1p", { x }) }), { x: reals(shape, "x", -0.9, 3) }, 1e-6));
  });
});
