import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { BadCheckpoint } from "./badCheckpoint.js";

/**
 * Read a file that may not be there.
 *
 * @param path of the file
 * @returns its bytes; undefined if there is none
 * @throws BadCheckpoint naming the file if it cannot be read
 */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new BadCheckpoint(`cannot read ${path}: ${error.message}`, { cause: error });
  });
}

/**
 * Write a file whole or not at all: to a temporary one, which is then renamed.
 *
 * @param path of the file; its folder is made
 * @param bytes what is to be in it
 * @throws BadCheckpoint naming the file if it cannot be written
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, Buffer.from(bytes));
  } catch (error) {
    throw new BadCheckpoint(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
