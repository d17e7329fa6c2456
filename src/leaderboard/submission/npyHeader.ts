import { BadSubmission } from "./badSubmission.js";
import { isNpyType, type NpyType } from "./npyType.js";

/** What the header of an NPY file says. */
export interface NpyHeader {
  readonly type: NpyType;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the values begin, in bytes. */
  readonly offset: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;
/** NumPy's own headers take 118 bytes. */
const LONGEST = 4096;
const MOST_DIMENSIONS = 8;

const FIELDS = {
  descr: /'descr'\s*:\s*'([^']{1,16})'/,
  fortranOrder: /'fortran_order'\s*:\s*(True|False)/,
  shape: /'shape'\s*:\s*\(([\d, ]*)\)/,
} as const;

/**
 * Read the header of an NPY file, versions 1.0 to 3.0.
 *
 * 6 bytes of magic, 2 of the version, the header's length (2 bytes in version 1.0, else 4, little-endian), a Python
 * dictionary with `descr`, `fortran_order` and `shape`
 *
 * @param bytes the file, at least its header
 * @returns type, order, shape and where the values begin; nothing is evaluated
 * @throws BadSubmission if it is no such header, or its values are objects, structured or big-endian
 * @source NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays"
 */
export function npyHeader(bytes: Uint8Array): NpyHeader {
  const refuse = (what: string): never => {
    throw new BadSubmission(`not an NPY file that can be read: ${what}`);
  };
  if (bytes.length < 12 || MAGIC.some((byte, i) => bytes[i] !== byte)) refuse("it does not begin with NumPy's mark");
  const [major, minor] = [bytes[6], bytes[7]];
  if (major < 1 || major > 3 || minor !== 0) refuse(`its format version is ${major}.${minor}, not 1.0, 2.0 or 3.0`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, length] = major === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  if (length > LONGEST) refuse(`its header would take ${length} bytes, more than ${LONGEST}`);
  if (start + length > bytes.length) refuse(`its header would take ${length} bytes, the file ends before`);

  const text = new TextDecoder("latin1").decode(bytes.subarray(start, start + length));
  if (/'descr'\s*:\s*'\|?O/.test(text)) refuse("it holds Python objects (a pickle), which are never loaded");
  const found = Object.fromEntries(Object.entries(FIELDS).map(([name, pattern]) => [name, pattern.exec(text)]));
  const rest = Object.values(found).reduce((left, match) => left.replace(match?.[0] ?? "", ""), text);
  const [descr, order, shape] = [found.descr?.[1], found.fortranOrder?.[1], found.shape?.[1]];
  if (descr === undefined || order === undefined || shape === undefined || !/^\{[,\s]*\}\s*$/.test(rest)) {
    return refuse("its header is not {'descr': '…', 'fortran_order': …, 'shape': (…)}");
  }
  if (!isNpyType(descr)) return refuse(`its values are ${descr}; write little-endian <f4, <f8, or integers`);
  return { type: descr, fortranOrder: order === "True", shape: shapeOf(shape, refuse), offset: start + length };
}

/** `20, 2` → [20, 2]; `` → []. */
function shapeOf(text: string, refuse: (what: string) => never): number[] {
  const parts = text.trim().replace(/,$/, "").split(",").map((part) => part.trim());
  if (parts.length === 1 && parts[0] === "") return [];
  if (parts.length > MOST_DIMENSIONS) refuse(`it has ${parts.length} dimensions, more than ${MOST_DIMENSIONS}`);
  const shape = parts.map((part) => (/^\d{1,16}$/.test(part) ? Number(part) : NaN));
  if (!shape.every(Number.isSafeInteger) || !Number.isSafeInteger(shape.reduce((size, n) => size * n, 1))) {
    refuse(`its shape is (${text.slice(0, 60)})`);
  }
  return shape;
}
