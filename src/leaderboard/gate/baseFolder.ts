import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { type VerdictsRecord, verdictsRecord } from "../../harness/record.js";
import { BadRecordFile, readRecord, writeRecord, writeText } from "../../harness/recordFile.js";
import { BadBase } from "./badBase.js";
import { type ScoresRecord, scoresRecord } from "./scoresRecord.js";

const VERDICTS = "verdicts.json";
const SCORES = "scores.json";
const SEAL = "base.json";
const LOG = "base-log.jsonl";
const OWN = "gate";

/** What a run found: its verdicts, and the scores of its boards case by case; null where none was run. */
export interface GateRecords {
  readonly verdicts: VerdictsRecord | null;
  readonly scores: ScoresRecord | null;
}

/** Records that were read, and what identifies them. */
export interface StoredRecords extends GateRecords {
  /** SHA-256 of their files together. */
  readonly sha: string;
}

/** `base.json`: the hashes of a base's records, so that nobody changes one without a reason. */
const seal = z.strictObject({ schema: z.literal("simverdict/base@1"), files: z.record(z.string(), z.string()) });

/** Why a base was written. */
export interface BaseReason {
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * Where a folder keeps its base: in its folder `gate` where there is one, as `results/reference` does, whose own records are of
 * a tier too dear for a gate; else in itself.
 *
 * @param folder the folder
 * @returns the folder of the base
 */
export function baseFolderOf(folder: string): string {
  const own = join(folder, OWN);
  return existsSync(join(own, SEAL)) ? own : folder;
}

/**
 * Read records: a folder with `verdicts.json`, `scores.json` or both, or one of these files.
 *
 * @param path the folder or the file
 * @returns the records
 * @throws BadBase if there are none, or (integrity) if `base.json` is beside them and a hash does not match; BadRecordFile if
 *   a record is malformed
 */
export async function readRecords(path: string): Promise<StoredRecords> {
  const isFolder = statSync(path).isDirectory();
  const files = isFolder ? [VERDICTS, SCORES].map((name) => join(path, name)).filter((file) => existsSync(file)) : [path];
  if (files.length === 0) throw new BadBase(`${path} holds neither ${VERDICTS} nor ${SCORES}: make a base with simverdict gate --update-base`);
  if (isFolder && existsSync(join(path, SEAL))) await checkSeal(path);
  const read = <T>(isIt: (file: string) => boolean, schema: z.ZodType<T>): Promise<T | null> => {
    const file = files.find(isIt);
    return file === undefined ? Promise.resolve(null) : readRecord(file, schema);
  };
  const isScores = (file: string): boolean => (isFolder ? basename(file) === SCORES : readFileSync(file, "utf8").includes('"simverdict/scores@'));
  const [verdicts, scores] = [await read((file) => !isScores(file), verdictsRecord), await read(isScores, scoresRecord)];
  return { verdicts, scores, sha: digest(Buffer.concat(files.map((file) => readFileSync(file)))) };
}

/**
 * Write a base: the records, `base.json` with their hashes, and a line with the reason at the end of `base-log.jsonl`.
 *
 * @param folder the folder
 * @param records the records, at least one
 * @param why the reason, and when
 * @throws BadRecordFile if something cannot be written; a base that is written only in part fails its hashes
 */
export async function writeBase(folder: string, records: GateRecords, { reason, at }: BaseReason): Promise<void> {
  await writeRecords(folder, records);
  const written = [records.verdicts === null ? [] : [VERDICTS], records.scores === null ? [] : [SCORES]].flat();
  const files = Object.fromEntries(written.map((name) => [name, digest(readFileSync(join(folder, name)))]));
  await writeText(join(folder, SEAL), `${JSON.stringify({ schema: "simverdict/base@1", files }, null, 2)}\n`);
  const { version, commit, tier, seed } = (records.verdicts ?? records.scores!).run;
  const line = { at, reason, version, commit, tier, seed, theorems: records.verdicts?.theorems.length ?? 0, tasks: records.scores?.tasks.length ?? 0, files };
  const log = join(folder, LOG);
  try {
    await appendFile(log, `${JSON.stringify(line)}\n`);
  } catch (error) {
    throw new BadRecordFile(`cannot append the reason to ${log}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * Write records where a base or another gate reads them.
 *
 * @param folder the folder; made if it is missing
 * @param records the records
 * @throws BadRecordFile if one cannot be written
 */
export async function writeRecords(folder: string, { verdicts, scores }: GateRecords): Promise<void> {
  if (verdicts !== null) await writeRecord(join(folder, VERDICTS), verdictsRecord, verdicts);
  if (scores !== null) await writeRecord(join(folder, SCORES), scoresRecord, scores);
}

async function checkSeal(folder: string): Promise<void> {
  const { files } = await readRecord(join(folder, SEAL), seal);
  for (const name of [VERDICTS, SCORES]) {
    const file = join(folder, name);
    const found = existsSync(file) ? digest(readFileSync(file)) : undefined;
    if (found === files[name]) continue;
    const what = found === undefined ? "is missing" : name in files ? `has SHA-256 ${found}, not ${files[name]}` : "is not of this base";
    throw new BadBase(`${file} ${what}: a base is changed only by simverdict gate --update-base --reason`, true);
  }
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
