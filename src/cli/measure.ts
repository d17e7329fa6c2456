import { randomUUID } from "node:crypto";
import { relative, resolve } from "node:path";
import { ensureWritable } from "../harness/recordFile.js";
import { type GateRecords, writeRecords } from "../leaderboard/gate/baseFolder.js";
import { EXIT } from "./exitCode.js";
import { gateRun } from "./gateRun.js";
import { jobsOf, settingsOf, type SpecOptions } from "./runOptions.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict measure`. */
export interface MeasureOptions extends SpecOptions {
  readonly out: string;
  readonly cases: string;
  /** Names the draw of the reserved cases; drawn at random when left out. */
  readonly reserved?: string;
  /** `theorems` or `boards`; both when left out. */
  readonly only?: string;
  /** Leave out a kind of which no file is found. */
  readonly allowNone?: true;
}

/**
 * `simverdict measure`: run theorems, and score boards case by case; write `verdicts.json` and `scores.json`, which
 * `simverdict gate --records` compares.
 *
 * @param patterns spec and board files as globs; the package's own when empty
 * @param options the command's options
 * @returns 0; 1 if a file did not load or run
 * @throws UsageError if an option is malformed or nothing matches; BadRecordFile if the folder cannot be written to
 */
export async function measure(patterns: readonly string[], options: MeasureOptions): Promise<number> {
  const out = resolve(options.out);
  const records = await recordsOf(patterns, options, () => ensureWritable(out));
  await writeRecords(out, records);
  process.stdout.write(`${countText(records)}; records in ${relative(process.cwd(), out) || "."}\n`);
  return failuresOf(records).length > 0 ? EXIT.failed : EXIT.ok;
}

/**
 * Run what `measure` and `gate --update-base` write down.
 *
 * @param patterns spec and board files as globs; the package's own when empty
 * @param options the command's options
 * @param ready called once the options are found sound, before any work
 * @returns the records
 * @throws UsageError if an option is malformed or nothing matches
 */
export async function recordsOf(patterns: readonly string[], options: Omit<MeasureOptions, "out">, ready: () => void): Promise<GateRecords> {
  const wanted = wantedOf(options.only);
  const reserved = options.reserved ?? randomUUID();
  if (reserved === "") throw new UsageError('reserved must be some text, got ""');
  const blocks = { cases: casesOf(options.cases), reserved };
  settingsOf(options, "verify");
  jobsOf(options);
  ready();
  const records = await gateRun({ patterns, options, blocks, ...wanted, allowNone: options.allowNone ?? false, stream: options.json ? process.stderr : process.stdout });
  if (records.verdicts === null && records.scores === null) throw new UsageError("these files hold nothing that --only asks for");
  return records;
}

/**
 * What `--only` asks for.
 *
 * @param only its text; both kinds when undefined
 * @returns which kinds to run
 * @throws UsageError if there is no such kind
 */
export function wantedOf(only: string | undefined): { readonly theorems: boolean; readonly boards: boolean } {
  if (only !== undefined && only !== "theorems" && only !== "boards") throw new UsageError(`only must be theorems or boards, got "${only}"`);
  return { theorems: only !== "boards", boards: only !== "theorems" };
}

/**
 * How many cases `--cases` asks for.
 *
 * @param text its text
 * @returns the number
 * @throws UsageError if it is not an integer from 1 to 10⁶
 */
export function casesOf(text: string): number {
  const cases = text.trim() === "" ? NaN : Number(text);
  if (!(Number.isSafeInteger(cases) && cases >= 1 && cases <= 1e6)) throw new UsageError(`cases must be an integer from 1 to 10^6, got "${text}"`);
  return cases;
}

/**
 * Files of a run that did not load or run.
 *
 * @param records what the run found
 * @returns each with its reason
 */
export function failuresOf({ verdicts, scores }: GateRecords): { readonly file: string; readonly message: string }[] {
  return [...(verdicts?.failures ?? []), ...(scores?.failures ?? [])];
}

/**
 * What a run holds, in words.
 *
 * @param records what the run found
 * @returns for example `3 theorems, 2 tasks of 12000 + 12000 cases`
 */
export function countText({ verdicts, scores }: GateRecords): string {
  const parts = [
    ...(verdicts === null ? [] : [`${verdicts.theorems.length} theorem${verdicts.theorems.length === 1 ? "" : "s"}`]),
    ...(scores === null ? [] : [`${scores.tasks.length} task${scores.tasks.length === 1 ? "" : "s"} of ${scores.cases} + ${scores.cases} cases`]),
  ];
  return parts.join(", ");
}
