import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { BadSubmission } from "./badSubmission.js";

/** Bytes that are read piece by piece. */
export interface ByteSource {
  readonly size: number;
  /** `length` bytes from `offset` on, which the reader may change; both within the size. */
  readonly read: (offset: number, length: number) => Uint8Array;
}

/**
 * Bytes in memory.
 *
 * @param bytes the bytes
 * @returns a source whose pieces are copies of them, as those of a file are
 */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) };
}

/**
 * Open a file for as long as something reads it.
 *
 * @param path the file
 * @param use what reads it
 * @returns what `use` returns
 * @throws BadSubmission if the file ends before its size; the system's error if it cannot be opened
 */
export function withFile<T>(path: string, use: (source: ByteSource) => T): T {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const read = (offset: number, length: number): Uint8Array => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        const got = readSync(file, bytes, at, length - at, offset + at);
        if (got === 0) throw new BadSubmission(`${path} ends at byte ${offset + at}, before its size of ${size}`);
        at += got;
      }
      return bytes;
    };
    return use({ size, read });
  } finally {
    closeSync(file);
  }
}
