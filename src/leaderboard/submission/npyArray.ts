import { BadSubmission } from "./badSubmission.js";
import { npyHeader } from "./npyHeader.js";
import { type NpyType, npyTypeBytes } from "./npyType.js";

/** An array of numbers in C order. */
export interface NumberArray {
  readonly shape: readonly number[];
  /** All finite. */
  readonly values: Float32Array | Float64Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
}

/**
 * Read an NPY file.
 *
 * @param bytes the whole file; the array may be a view of it
 * @param accept throws if the shape is not wanted, before anything is made of the values
 * @returns shape and values; Fortran order is turned into C order
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
  return { shape, values: fortranOrder && shape.length > 1 ? inCOrder(values, shape) : values };
}

/** A view where the values are aligned, else a copy. */
function numbers(type: NpyType, bytes: Uint8Array, offset: number, size: number): NumberArray["values"] {
  const aligned = (bytes.byteOffset + offset) % npyTypeBytes(type) === 0;
  const { buffer, byteOffset } = aligned ? bytes.subarray(offset) : bytes.slice(offset);
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

function safeNumbers(integers: BigInt64Array | BigUint64Array): Float64Array {
  return Float64Array.from({ length: integers.length }, (_, i) => {
    const value = Number(integers[i]);
    if (!Number.isSafeInteger(value)) throw new BadSubmission(`value ${i} of the NPY array is ${integers[i]}, beyond ±(2^53 − 1)`);
    return value;
  });
}

/** From the first index running fastest to the last. */
function inCOrder<A extends NumberArray["values"]>(values: A, shape: readonly number[]): A {
  const strides = shape.map((_, d) => shape.slice(0, d).reduce((product, n) => product * n, 1));
  const ordered = values.slice() as A;
  const index = shape.map(() => 0);
  for (let i = 0; i < ordered.length; i++) {
    let from = 0;
    for (let d = 0; d < shape.length; d++) from += index[d] * strides[d];
    ordered[i] = values[from];
    for (let d = shape.length - 1; d >= 0 && ++index[d] === shape[d]; d--) index[d] = 0;
  }
  return ordered;
}
