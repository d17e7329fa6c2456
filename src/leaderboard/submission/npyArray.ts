import { BadSubmission } from "./badSubmission.js";
import { npyHeader } from "./npyHeader.js";
import { type NpyType, npyTypeBytes } from "./npyType.js";

/** An array of numbers. */
export interface NumberArray {
  readonly shape: readonly number[];
  /** Whether the first index runs fastest, not the last. */
  readonly fortranOrder: boolean;
  /** All finite, in the order of the file. */
  readonly values: Float32Array | Float64Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
}

/**
 * Read an NPY file without a copy of it.
 *
 * @param bytes the whole file, which the array takes over: it is a view of these bytes, in which 8-byte integers become
 *   numbers and values out of alignment move to the next place before
 * @param accept throws if the shape is not wanted, before anything is made of the values
 * @returns shape, order and values
 * @throws BadSubmission if it is no NPY file of numbers, its length is not what its header says, or a value is not
 *   finite or, among 8-byte integers, beyond ±(2⁵³ − 1)
 */
export function npyArray(bytes: Uint8Array, accept: (shape: readonly number[]) => void = () => {}): NumberArray {
  const { type, fortranOrder, shape, offset } = npyHeader(bytes);
  accept(shape);
  const size = shape.reduce((product, n) => product * n, 1);
  const [expected, given] = [size * npyTypeBytes(type), bytes.length - offset];
  if (given !== expected) {
    throw new BadSubmission(`the NPY header says (${shape.join(", ")}) of ${type}, ${expected} bytes, and ${given} follow`);
  }
  const values = numbers(type, bytes, offset, size);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new BadSubmission(`value ${bad} of the NPY array is ${values[bad]}: every number must be finite`);
  return { shape, fortranOrder, values };
}

/** A view of the bytes, in which values that are not aligned are moved first, by less than their width. */
function numbers(type: NpyType, bytes: Uint8Array, offset: number, size: number): NumberArray["values"] {
  const past = (bytes.byteOffset + offset) % npyTypeBytes(type);
  if (past > 0) bytes.copyWithin(offset - past, offset);
  const { buffer, byteOffset } = bytes.subarray(offset - past);
  switch (type) {
    case "<f4":
      return new Float32Array(buffer, byteOffset, size);
    case "<f8":
      return new Float64Array(buffer, byteOffset, size);
    case "|i1":
      return new Int8Array(buffer, byteOffset, size);
    case "|u1":
    case "|b1":
      return new Uint8Array(buffer, byteOffset, size);
    case "<i2":
      return new Int16Array(buffer, byteOffset, size);
    case "<u2":
      return new Uint16Array(buffer, byteOffset, size);
    case "<i4":
      return new Int32Array(buffer, byteOffset, size);
    case "<u4":
      return new Uint32Array(buffer, byteOffset, size);
    case "<i8":
      return safeNumbers(new BigInt64Array(buffer, byteOffset, size));
    case "<u8":
      return safeNumbers(new BigUint64Array(buffer, byteOffset, size));
  }
}

/** In the same place, as each number takes the bytes of its integer. */
function safeNumbers(integers: BigInt64Array | BigUint64Array): Float64Array {
  const values = new Float64Array(integers.buffer, integers.byteOffset, integers.length);
  for (let i = 0; i < values.length; i++) {
    const value = Number(integers[i]);
    if (!Number.isSafeInteger(value)) throw new BadSubmission(`value ${i} of the NPY array is ${integers[i]}, beyond ±(2^53 − 1)`);
    values[i] = value;
  }
  return values;
}
