import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { z } from "zod";

/** A file or folder that cannot be read, understood or written; the message says which, why and what to do. */
export class BadRecordFile extends Error {
  override readonly name = "BadRecordFile";
}

/**
 * Write a record, whole or not at all: to a temporary file in the same folder, which is then renamed.
 *
 * @param path the file
 * @param schema what the record must look like
 * @param record the record
 * @throws ZodError if the record does not fit the schema; BadRecordFile if it cannot be written
 */
export async function writeRecord<T>(path: string, schema: z.ZodType<T>, record: T): Promise<void> {
  await writeText(path, `${JSON.stringify(schema.parse(record), null, 2)}\n`);
}

/**
 * Write a text file, whole or not at all: to a temporary file in the same folder, which is then renamed.
 *
 * @param path the file
 * @param text its content
 * @throws BadRecordFile if it cannot be written
 */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    makeFolder(dirname(path));
    await writeFileAtomic(path, text);
  } catch (error) {
    throw new BadRecordFile(`cannot write ${path}: ${message(error)}`, { cause: error });
  }
}

/**
 * Read a record back.
 *
 * @param path the file
 * @param schema what the record must look like
 * @returns the record
 * @throws BadRecordFile if the file is missing, truncated, not JSON, of another schema version or malformed
 */
export async function readRecord<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const what = missing ? `there is no ${path}: make it with simverdict verify or bench, or name another` : `cannot read ${path}: ${message(error)}`;
    throw new BadRecordFile(what, { cause: error });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadRecordFile(`${path} is not complete JSON (${message(error)}): make it again`, { cause: error });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  if (where === "schema") {
    const written = String((json as { schema?: unknown }).schema);
    throw new BadRecordFile(`${path} is "${written}", which this version does not read: run again, or install the version that wrote it`);
  }
  throw new BadRecordFile(`${path} is not a valid record: ${where === "" ? "" : `${where}: `}${issue?.message ?? "?"}`);
}

/**
 * Make sure a folder exists and can be written to, before any work is done for it.
 *
 * @param folder the folder; made if it is missing
 * @param option the option that names it, for the message
 * @throws BadRecordFile if it cannot be made or written to
 */
export function ensureWritable(folder: string, option = "--out"): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new BadRecordFile(`cannot write to the folder ${folder} (${message(error)}): choose another with ${option}`, {
      cause: error,
    });
  }
}

/** Level by level: Node 20's recursive mkdir never returns below /proc. Another process may make the same folder meanwhile. */
function makeFolder(folder: string): void {
  const exists = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (exists()) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!exists()) throw error;
  }
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));
