import { accessSync, constants, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ensureWritable } from "../harness/recordFile.js";
import { UsageError } from "./usageError.js";

/**
 * A file that an option names, checked before any work is done for it.
 *
 * @param option the option, for the message
 * @param path the file, as given
 * @returns its absolute path; its folder exists, made if it was missing
 * @throws UsageError if it is a folder or cannot be written; BadRecordFile if its folder cannot be made or written to
 */
export function writableFile(option: string, path: string): string {
  const file = resolve(path);
  if (path.trim() === "") throw new UsageError(`${option} must be a file, got an empty name`);
  ensureWritable(dirname(file));
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new UsageError(`${option} must be a file, got the folder ${path}`);
  try {
    if (found !== undefined) accessSync(file, constants.W_OK);
  } catch (error) {
    throw new UsageError(`${option} ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return file;
}
