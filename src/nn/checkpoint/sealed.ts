import { createHash } from "node:crypto";
import { BadCheckpoint } from "./badCheckpoint.js";

/** A kind of file whose first line says its format, and the digest and length of all that follows. */
export interface SealedKind {
  /** Stands in the first line: `simverdict/<schema>@<format>`. */
  readonly schema: string;
  /** The format that this version reads and writes, an integer ≥ 1. */
  readonly format: number;
  /** What the file is, for messages: "is no … of simverdict". */
  readonly noun: string;
  /** What to do with a file that is refused. */
  readonly mend: string;
}

/**
 * Put content below a line with its digest.
 *
 * simverdict/schema@format SHA-256(content) |content| ⏎ content
 *
 * @param kind of file
 * @param content any bytes
 * @returns the bytes of the file
 */
export function seal({ schema, format }: SealedKind, content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`simverdict/${schema}@${format} ${sha256(content)} ${content.length}\n`), content]);
}

/**
 * Take content from below its line, if it is what was put there.
 *
 * @param kind of file
 * @param bytes of the file
 * @returns the content that `seal` was given
 * @throws BadCheckpoint if the file is of another kind, of a newer format, truncated, or does not have its digest; the message
 *   goes on from the file's name
 */
export function unseal({ schema, format, noun, mend }: SealedKind, bytes: Uint8Array): Buffer {
  const refuse = (why: string): never => {
    throw new BadCheckpoint(`${why}: ${mend}`);
  };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [end, begin] = [file.indexOf("\n"), `simverdict/${schema}@`];
  const first = file.toString("latin1", 0, end < 0 ? Math.min(file.length, 200) : end);
  const rest = first.startsWith(begin) ? first.slice(begin.length) : "";
  const version = /^(\d+) /.exec(rest)?.[1];
  if (version !== undefined && Number(version) > format) {
    refuse(`has format ${version}, this version of simverdict reads format ${format}: install the one that wrote it, or else`);
  }
  const [, digest, length] = (end >= 0 && Number(version) === format && /^\d+ ([0-9a-f]{64}) (\d+)$/.exec(rest)) || [];
  if (digest === undefined) {
    const isCut = end < 0 && begin.startsWith(first.slice(0, begin.length));
    return refuse(isCut ? `is truncated: it has ${file.length} bytes, less than its first line` : `is no ${noun} of simverdict`);
  }
  const content = file.subarray(end + 1);
  if (content.length < Number(length)) refuse(`is truncated: it has ${content.length} of ${length} bytes`);
  if (sha256(content) !== digest) refuse("does not have the digest that it states, for it was changed after it was written");
  return content;
}

const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");
