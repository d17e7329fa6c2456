import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { BadSubmission } from "./badSubmission.js";

/**
 * Open what is neither a link nor a pipe nor a device, for as long as something reads it.
 *
 * @param path the file
 * @param name what to call it in messages
 * @param use what reads the open file of that size
 * @returns what `use` returns
 * @throws BadSubmission if it cannot be opened or is no plain file
 */
export function withPlainFile<T>(path: string, name: string, use: (file: number, size: number) => T): T {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadSubmission(code === "ELOOP" ? `${name} is a link; it must be a plain file` : `cannot read ${path}: ${code}`);
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new BadSubmission(`${name} is not a plain file`);
    return use(file, stat.size);
  } finally {
    closeSync(file);
  }
}
