import { Inflate } from "fflate";
import { BadSubmission } from "./badSubmission.js";
import type { ByteSource } from "./byteSource.js";

/** Sizes and marks of the ZIP format that are used. */
const END = { mark: 0x06054b50, bytes: 22, longestComment: 0xffff } as const;
const ENTRY = { mark: 0x02014b50, bytes: 46 } as const;
const LOCAL = { mark: 0x04034b50, bytes: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
/** Inflated piece by piece, so that no piece can grow beyond 1032 times this before it is counted. */
const PIECE = 1 << 15;

/** The one entry of an archive, as its directory lists it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
}

const refuse = (what: string): never => {
  throw new BadSubmission(`not an NPZ file that can be read: ${what}`);
};
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The one array of an NPZ file, inflated into one buffer while the archive is read piece by piece.
 *
 * The archive's directory says how large the array is; that is compared with the limit before anything is inflated, and
 * with what comes out. Names are compared, never used as paths; nothing is written.
 *
 * @param source the archive
 * @param name what its only entry must be called, for example `predictions.npy`
 * @param limit the largest size allowed, in bytes, and what takes no more, for people
 * @returns the inflated entry: an NPY file
 * @throws BadSubmission if it is no such archive, holds anything else, is encrypted, too large, truncated or damaged
 * @source PKWARE, ".ZIP File Format Specification"; RFC 1951 (deflate)
 */
export function npzMember(source: ByteSource, name: string, limit: { readonly bytes: number; readonly of: string }): Uint8Array {
  const { directory, entry } = onlyEntry(source);
  if (entry.name !== name) return refuse(`it holds ${JSON.stringify(entry.name.slice(0, 80))}; the one entry must be ${name}`);
  if (entry.size > limit.bytes) return refuse(`${name} would take ${entry.size} bytes, more than ${limit.of} take, at most ${limit.bytes}`);
  if (entry.method !== STORED && entry.method !== DEFLATED) return refuse(`${name} is packed by method ${entry.method}, not stored or deflated`);
  if (entry.method === STORED && entry.packed !== entry.size) return refuse(`${name} is stored, yet its two sizes differ`);
  if (entry.local + LOCAL.bytes > directory) return refuse(`${name} lies outside the archive`);
  const local = viewOf(source.read(entry.local, LOCAL.bytes));
  if (local.getUint32(0, true) !== LOCAL.mark) return refuse(`${name} does not begin where the directory says`);
  const start = entry.local + LOCAL.bytes + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + entry.packed > directory) return refuse(`${name} lies outside the archive`);
  return entry.method === STORED ? source.read(start, entry.size) : inflated(source, start, entry);
}

function onlyEntry(source: ByteSource): { readonly directory: number; readonly entry: Entry } {
  const from = Math.max(0, source.size - END.bytes - END.longestComment);
  const tail = source.read(from, source.size - from);
  const view = viewOf(tail);
  let at = tail.length - END.bytes;
  while (at >= 0 && !(view.getUint32(at, true) === END.mark && at + END.bytes + view.getUint16(at + 20, true) === tail.length)) at--;
  if (at < 0) return refuse("it has no ZIP directory; is it truncated?");
  const [entries, size, directory] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
  if (entries !== 1) return refuse(`it holds ${entries} entries, not one`);
  if (size < ENTRY.bytes || directory + size !== from + at) return refuse("its directory is not where it says");
  const bytes = source.read(directory, size);
  const entry = viewOf(bytes);
  const length = entry.getUint16(28, true);
  const whole = ENTRY.bytes + length + entry.getUint16(30, true) + entry.getUint16(32, true);
  if (entry.getUint32(0, true) !== ENTRY.mark || whole !== size) return refuse("its directory is damaged");
  if ((entry.getUint16(8, true) & 1) !== 0) return refuse("it is encrypted");
  return {
    directory,
    entry: {
      name: new TextDecoder().decode(bytes.subarray(ENTRY.bytes, ENTRY.bytes + length)),
      method: entry.getUint16(10, true),
      packed: entry.getUint32(20, true),
      size: entry.getUint32(24, true),
      local: entry.getUint32(42, true),
    },
  };
}

function inflated(source: ByteSource, start: number, { name, packed, size }: Entry): Uint8Array {
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length > size) refuse(`${name} inflates to more than the ${size} bytes that it claims`);
    whole.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed; at += PIECE) {
      const piece = source.read(start + at, Math.min(PIECE, packed - at));
      inflate.push(piece, at + PIECE >= packed);
    }
  } catch (error) {
    if (error instanceof BadSubmission) throw error;
    return refuse(`${name} does not inflate (${error instanceof Error ? error.message : String(error)})`);
  }
  if (length !== size) return refuse(`${name} inflates to ${length} bytes, not the ${size} that it claims`);
  return whole;
}
