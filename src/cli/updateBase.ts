import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ensureWritable } from "../harness/recordFile.js";
import { baseFolderOf, type GateRecords, readRecords, writeBase } from "../leaderboard/gate/baseFolder.js";
import { EXIT } from "./exitCode.js";
import { countText, failuresOf, type MeasureOptions, recordsOf } from "./measure.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict gate --update-base`. */
export interface UpdateBaseOptions extends Omit<MeasureOptions, "out"> {
  readonly base: string;
  readonly reason?: string;
  /** Records to make the base of; the code at hand is run when left out. */
  readonly records?: string;
}

/**
 * `simverdict gate --update-base --reason "…"`: make what is found now the base of later gates, and write down why.
 *
 * @param patterns spec and board files as globs; the package's own when empty
 * @param options the command's options
 * @returns 0; 1 if a file did not load or run, and then nothing is written
 * @throws UsageError if there is no reason, or the new base would lack what the old one has; BadBase if the old base is not
 *   what it was (integrity); BadRecordFile if the folder cannot be written to
 */
export async function updateBase(patterns: readonly string[], options: UpdateBaseOptions): Promise<number> {
  const { reason = "" } = options;
  if (reason.trim() === "") throw new UsageError('--update-base needs --reason "…": it is kept beside the base');
  const folder = baseFolderOf(resolve(options.base));
  const isThere = ["verdicts.json", "scores.json"].some((name) => existsSync(join(folder, name)));
  const old = isThere ? await readRecords(folder) : undefined;
  const parts = options.filter !== undefined || options.only !== undefined;
  if (old !== undefined && parts) throw new UsageError("--filter and --only would drop the rest of the base: update all of it");
  const records = options.records === undefined ? await recordsOf(patterns, options, () => ensureWritable(folder)) : await readRecords(resolve(options.records));
  for (const kind of ["verdicts", "scores"] as const) {
    if (old !== undefined && old[kind] !== null && records[kind] === null) throw new UsageError(`the base has ${kind}.json and the new records have not: name the files of both theorems and boards`);
  }
  const failures = failuresOf(records);
  if (failures.length > 0) {
    for (const { file, message } of failures) process.stderr.write(`simverdict: ${file}: ${message}\n`);
    process.stderr.write("simverdict: the base was left as it is\n");
    return EXIT.failed;
  }
  const { verdicts, scores }: GateRecords = records;
  await writeBase(folder, { verdicts, scores }, { reason, at: new Date().toISOString() });
  process.stdout.write(`${countText(records)}; base in ${relative(process.cwd(), folder) || "."}\n`);
  return EXIT.ok;
}
