import { expect, test } from "vitest";
import { npyArray } from "../../../src/leaderboard/submission/npyArray.js";
import { npyBytes } from "../../../src/leaderboard/submission/npyBytes.js";
import { headerOf, npyWith } from "./files.js";

const arrayOf = (descr: string, shape: string, values: ArrayBufferView, fortran = false) =>
  npyArray(npyWith(headerOf(descr, shape, fortran), new Uint8Array(values.buffer, values.byteOffset, values.byteLength)));

test.each<[string, ArrayBufferView]>([
  ["<f8", Float64Array.of(1, 0.5, 3)],
  ["<f4", Float32Array.of(1, 0.5, 3)],
  ["|i1", Int8Array.of(1, -5, 3)],
  ["|u1", Uint8Array.of(1, 5, 255)],
  ["|b1", Uint8Array.of(1, 0, 1)],
  ["<i2", Int16Array.of(1, -5, 3)],
  ["<u2", Uint16Array.of(1, 65535, 3)],
  ["<i4", Int32Array.of(1, -5, 3)],
  ["<u4", Uint32Array.of(1, 4294967295, 3)],
])("%s", (descr, values) => {
  const { shape, values: read } = arrayOf(descr, "3,", values);
  expect([shape, Array.from(read)]).toEqual([[3], Array.from(values as Float64Array)]);
});

test("8-byte integers, as far as numbers are exact", () => {
  expect(Array.from(arrayOf("<i8", "2,", BigInt64Array.of(-5n, 2n ** 53n - 1n)).values)).toEqual([-5, 2 ** 53 - 1]);
  expect(Array.from(arrayOf("<u8", "1,", BigUint64Array.of(7n)).values)).toEqual([7]);
  expect(() => arrayOf("<i8", "1,", BigInt64Array.of(2n ** 53n))).toThrow("value 0 of the NPY array is 9007199254740992, beyond");
  expect(() => arrayOf("<u8", "1,", BigUint64Array.of(2n ** 64n - 1n))).toThrow("beyond");
});

test("the values keep the order of the file, which is told", () => {
  const values = Float64Array.of(1, 4, 2, 5, 3, 6);
  expect(arrayOf("<f8", "2, 3", values, true)).toEqual({ shape: [2, 3], values, fortranOrder: true });
  expect(arrayOf("<f8", "2, 3", values).fortranOrder).toBe(false);
});

test("aligned values are a view of the file", () => {
  const bytes = npyBytes([2], [1, 2]);
  expect(npyArray(bytes).values.buffer).toBe(bytes.buffer);
});

test("values out of alignment, and 8-byte integers, are put right within the file's own bytes", () => {
  const file = npyWith(headerOf("<f8", "3,"), new Uint8Array(Float64Array.of(1.5, -2, 1e300).buffer));
  for (let shift = 0; shift < 8; shift++) {
    const bytes = new Uint8Array(new ArrayBuffer(shift + file.length), shift);
    bytes.set(file);
    const { values } = npyArray(bytes);
    expect([Array.from(values), values.buffer === bytes.buffer]).toEqual([[1.5, -2, 1e300], true]);
  }
  const integers = npyWith(headerOf("<i8", "2,"), new Uint8Array(BigInt64Array.of(-5n, 7n).buffer));
  expect(npyArray(integers).values.buffer).toBe(integers.buffer);
});

test.each([NaN, Infinity, -Infinity])("%d is refused", (value) => {
  expect(() => npyArray(npyBytes([2], [1, value]))).toThrow(`value 1 of the NPY array is ${value}: every number must be finite`);
  expect(() => arrayOf("<f4", "1,", Float32Array.of(value))).toThrow("every number must be finite");
});

test("a length that is not what the header says is refused, before any array is made", () => {
  expect(() => npyArray(npyBytes([2], [1, 2]).subarray(0, -1))).toThrow("the NPY header says (2) of <f8, 16 bytes, and 15 follow");
  expect(() => npyArray(npyWith(headerOf("<f8", "1000000000,")))).toThrow("8000000000 bytes, and 0 follow");
});

test("a shape that is not wanted is refused first", () => {
  const refuse = (): never => {
    throw new RangeError("not wanted");
  };
  expect(() => npyArray(npyWith(headerOf("<f8", "9,")), refuse)).toThrow("not wanted");
});
