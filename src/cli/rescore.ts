import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readRecord } from "../harness/recordFile.js";
import { checkStored } from "../leaderboard/submission/checkStored.js";
import { type SubmissionRecord, submissionRecord } from "../leaderboard/submission/record.js";
import { type BoardOptions, boardSettings } from "./boardOptions.js";
import { EXIT } from "./exitCode.js";
import { packageCommit, packageVersion } from "./packageRoot.js";
import { positiveOption } from "./positiveOption.js";
import { runOrder } from "./runOrder.js";
import { slowEntries } from "./slowEntries.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict rescore`. */
export interface RescoreOptions extends Pick<BoardOptions, "boards" | "backend" | "json"> {
  readonly out: string;
  readonly against?: string;
  readonly patience: string;
  /** A record that says how long entries trained. */
  readonly record?: string;
}

/** A stored submission and its score under one metric, before and after. */
interface Rescored {
  readonly folder: string;
  readonly model: string;
  readonly metric: string;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * `simverdict rescore`: score stored submissions again from what they answered, as after a mended metric.
 *
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if nothing is stored, or an option is malformed; BadSubmission if a stored file is not what it was
 *   (integrity), or the task has changed; BadRecordFile if a record cannot be read or written
 */
export async function rescore(options: RescoreOptions): Promise<number> {
  const patience = positiveOption("patience", options.patience);
  const out = resolve(options.out);
  const folders = storedIn(out);
  if (folders.length === 0) throw new UsageError(`no submission is stored in ${options.out}: simverdict submit stores them`);
  const before = await recordsOf(folders);
  for (const folder of folders) checkStored(folder, basename(folder));
  const groupOf = (folder: string): string => {
    const { task, run } = before.get(folder)!;
    return JSON.stringify([task.id, task.version, run.tier, run.seed]);
  };
  for (const group of new Set(folders.map(groupOf))) {
    const members = folders.filter((folder) => groupOf(folder) === group);
    const [task, version, tier, seed] = JSON.parse(group) as [string, number, string, number];
    const settings = boardSettings({ tier, seed: String(seed), ...(options.backend === undefined ? {} : { backend: options.backend }) });
    const slow = options.against === undefined ? await slowEntries({ id: task, version }, settings, patience, options.record) : [];
    await runOrder({
      order: {
        do: "rescore",
        folders: members,
        competitors: { against: options.against ?? null, skip: slow.map(({ model }) => model) },
        identity: { version: packageVersion(), commit: packageCommit() },
      },
      task,
      settings,
      boards: options.boards ?? [],
      backend: options.backend,
    });
  }
  const after = await recordsOf(folders);
  const found = folders.flatMap((folder) => changes(folder, before.get(folder)!, after.get(folder)!));
  const lines = found.map(({ folder, model, metric, before: old, after: now }) => `${relative(process.cwd(), folder)}  ${model}  ${metric}: ${old ?? "n/a"} → ${now ?? "n/a"}${old === now ? " (unchanged)" : ""}`);
  process.stdout.write(options.json ? `${JSON.stringify(found, null, 2)}\n` : `${lines.join("\n")}\n`);
  return EXIT.ok;
}

/** Folders with a record, in the order of their paths. */
function storedIn(out: string): string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "record.json" && /^[0-9a-f]{64}$/.test(basename(entry.parentPath)))
    .map((entry) => join(entry.parentPath))
    .filter((folder) => !basename(dirname(folder)).startsWith(".staging-"))
    .sort();
}

async function recordsOf(folders: readonly string[]): Promise<Map<string, SubmissionRecord>> {
  const records = await Promise.all(folders.map((folder) => readRecord(join(folder, "record.json"), submissionRecord)));
  return new Map(records.map((record, i) => [folders[i], record]));
}

function changes(folder: string, before: SubmissionRecord, after: SubmissionRecord): Rescored[] {
  return after.boards.map(({ metric, public: { score } }) => ({
    folder,
    model: `${after.model} ${after.version}`,
    metric: metric.id,
    before: before.boards.find((board) => board.metric.id === metric.id)?.public.score ?? null,
    after: score,
  }));
}
