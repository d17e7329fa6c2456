/** Number types of NPY files that are read, with the bytes that one value takes. */
const BYTES = {
  "<f4": 4,
  "<f8": 8,
  "|i1": 1,
  "|u1": 1,
  "|b1": 1,
  "<i2": 2,
  "<u2": 2,
  "<i4": 4,
  "<u4": 4,
  "<i8": 8,
  "<u8": 8,
} as const;

/** @see isNpyType */
export type NpyType = keyof typeof BYTES;

/**
 * Whether a `descr` names numbers that are read: little-endian floats, integers, truth values.
 *
 * @param descr as in the header of an NPY file
 * @returns whether it is one of them
 * @example isNpyType("<f8") // => true
 */
export function isNpyType(descr: string): descr is NpyType {
  return Object.hasOwn(BYTES, descr);
}

/**
 * The bytes that one value takes.
 *
 * @param type the type
 * @returns 1, 2, 4 or 8
 * @example npyTypeBytes("<i4") // => 4
 */
export function npyTypeBytes(type: NpyType): number {
  return BYTES[type];
}
