import { open, readFile } from "node:fs/promises";
import { type LedgerEntry, ledgerEntry } from "./ledgerEntry.js";
import { BadRecordFile } from "./recordFile.js";

/** A line of a ledger that cannot be understood. */
export interface LedgerProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** What a ledger holds. */
export interface Ledger {
  /** The sound lines, in the order of the file. */
  readonly entries: readonly LedgerEntry[];
  readonly problems: readonly LedgerProblem[];
}

/**
 * Append entries to a ledger, one line of JSON for each.
 *
 * All lines go in one write to the end of the file (`O_APPEND`), so that two processes on one machine do not mix theirs.
 * What is there is never touched; after a truncated last line a new line is begun.
 *
 * @param path the file, in a folder that exists; made if it is missing
 * @param entries the entries
 * @throws BadRecordFile if the file cannot be written, or not wholly
 */
export async function appendLedger(path: string, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const lines = entries.map((entry) => `${JSON.stringify(ledgerEntry.parse(entry))}\n`).join("");
  try {
    const file = await open(path, "a+");
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      const bytes = Buffer.from(size > 0 && last.toString() !== "\n" ? `\n${lines}` : lines);
      const { bytesWritten } = await file.write(bytes);
      if (bytesWritten !== bytes.length) throw new BadRecordFile(`only ${bytesWritten} of ${bytes.length} bytes were appended to the ledger ${path}`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof BadRecordFile) throw error;
    throw new BadRecordFile(`cannot append to the ledger ${path}: ${message(error)}`, { cause: error });
  }
}

/**
 * Read a ledger; a line that is malformed or truncated is reported, and all others are kept.
 *
 * @param path the file
 * @returns the entries and the problems
 * @throws BadRecordFile if the file is missing or cannot be read
 */
export async function readLedger(path: string): Promise<Ledger> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const what = missing ? `there is no ledger ${path}: make it with simverdict verify --ledger ${path}` : `cannot read the ledger ${path}: ${message(error)}`;
    throw new BadRecordFile(what, { cause: error });
  }
  const entries: LedgerEntry[] = [];
  const problems: LedgerProblem[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const found = entryOf(line);
    if (typeof found === "string") problems.push({ line: i + 1, message: found });
    else entries.push(found);
  }
  return { entries, problems };
}

/** The entry that a line holds, or what is wrong with the line. */
function entryOf(line: string): LedgerEntry | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return "not complete JSON";
  }
  const parsed = ledgerEntry.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue.path.join(".") || "line"}: ${issue.message}`;
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));
