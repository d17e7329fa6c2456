/**
 * Write numbers as an NPY file, version 1.0: little-endian float64 in C order.
 *
 * @param shape the array's shape
 * @param values all of its numbers in C order
 * @returns the file
 * @throws RangeError if there are not as many numbers as the shape says
 * @source NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays"
 * @example npyBytes([2], [1, 2]).length // => 144
 */
export function npyBytes(shape: readonly number[], values: ArrayLike<number>): Uint8Array {
  const size = shape.reduce((product, n) => product * n, 1);
  if (values.length !== size) throw new RangeError(`values must be ${size} numbers for shape (${shape.join(", ")}), got ${values.length}`);
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const dictionary = `{'descr': '<f8', 'fortran_order': False, 'shape': (${tuple}), }`;
  const head = 10;
  const offset = Math.ceil((head + dictionary.length + 1) / 64) * 64;
  const bytes = new Uint8Array(offset + 8 * size);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  view.setUint16(8, offset - head, true);
  bytes.set(new TextEncoder().encode(`${dictionary.padEnd(offset - head - 1)}\n`), head);
  for (let i = 0; i < size; i++) view.setFloat64(offset + 8 * i, values[i], true);
  return bytes;
}
