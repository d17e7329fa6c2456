import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { callNow } from "../../../src/nn/engine/callNow.js";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

describe("callNow", () => {
  const x = () => tf.tensor1d([1, 2]);

  it("calls a function, which may look for inputs that it can do without", () => {
    const f: TensorFunction = ({ shift, ...inputs }) => ({ y: "scale" in inputs ? inputs.scale : tf.add(inputs.x, shift ?? 1) });
    expect([...callNow(f, { x: x() }).y.dataSync()]).toEqual([2, 3]);
    expect([...callNow(f, { x: x(), shift: x() }).y.dataSync()]).toEqual([2, 4]);
  });

  it("names an input that is missing", () => {
    expect(() => callNow(({ x, shift }) => ({ y: tf.add(x, shift) }), { x: x() })).toThrow(new RangeError("input shift is missing"));
  });

  it("leaves other errors as they are", () => {
    const mine = new SyntaxError("mine");
    expect(() => callNow(({ shift, x }) => ({ y: shift ?? (() => { throw mine; })(), x }), { x: x() })).toThrow(mine);
    expect(() => callNow(({ x }) => ({ y: (x as unknown as { a: { b: tf.Tensor } }).a.b }), { x: x() })).toThrow(TypeError);
  });

  it("refuses a promise, and hears what comes of it", async () => {
    const late = (async () => { await Promise.resolve(); throw new Error("nobody hears this"); }) as unknown as TensorFunction;
    expect(() => callNow(late, {})).toThrow(new TypeError("a function of tensors must be synchronous: this one returns a promise"));
    await new Promise((resolve) => setImmediate(resolve));
  });
});
