import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { ensureWritable, readRecord } from "../harness/recordFile.js";
import { MANIFEST, taskOf } from "../leaderboard/submission/manifest.js";
import { type SubmissionRecord, submissionRecord } from "../leaderboard/submission/record.js";
import { stageFiles } from "../leaderboard/submission/stageFiles.js";
import { type NotCompared, submissionLines } from "../report/submissionText.js";
import { type BoardOptions, boardSettings } from "./boardOptions.js";
import { EXIT } from "./exitCode.js";
import { packageCommit, packageVersion } from "./packageRoot.js";
import { positiveOption } from "./positiveOption.js";
import { runOrder } from "./runOrder.js";
import { slowEntries } from "./slowEntries.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict submit`. */
export interface SubmitOptions extends BoardOptions {
  readonly out: string;
  /** Name of the fresh draw; the package's version when left out. */
  readonly release?: string;
  readonly against?: string;
  readonly patience: string;
  /** A record that says how long entries trained. */
  readonly record?: string;
  readonly timeout: string;
  readonly memory: string;
  readonly runCode?: true;
}

/**
 * `simverdict submit`: validate a submission, score it, show its place and its paired differences, and store it under the
 * hash of its manifest.
 *
 * @param path the submission's folder, or its manifest
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if an option is malformed, there is no such task, or code would run without leave; BadSubmission if
 *   the submission is refused; BadRecordFile if something cannot be read or written
 */
export async function submit(path: string, options: SubmitOptions): Promise<number> {
  const settings = boardSettings(options);
  const limits = { seconds: positiveOption("timeout", options.timeout), megabytes: positiveOption("memory", options.memory) };
  const patience = positiveOption("patience", options.patience);
  const release = options.release ?? packageVersion();
  if (release === "") throw new UsageError('release must be some text, got ""');
  const from = folderOf(path);
  const out = resolve(options.out);
  ensureWritable(out);
  const staged = mkdtempSync(join(out, ".staging-"));
  const work = mkdtempSync(join(tmpdir(), "simverdict-submission-"));
  const remove = (): void => [staged, work].forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  process.once("exit", remove);
  try {
    const { manifest, sha } = stageFiles(from, staged);
    const { answers } = manifest;
    if ((answers.kind === "command" || answers.kind === "module") && options.runCode === undefined) {
      const what = answers.kind === "command" ? `runs ${JSON.stringify(answers.command.join(" "))}` : `loads ${answers.file}`;
      throw new UsageError(`this submission ${what} with all your rights: read it first, then give --run-code`);
    }
    const task = taskOf(manifest.task);
    const target = join(out, ...task.id.split("/"), sha);
    if (existsSync(target)) {
      show(await readRecord(join(target, "record.json"), submissionRecord), options, [], `stored before in ${relative(process.cwd(), target)}`);
      return EXIT.ok;
    }
    const slow = options.against === undefined ? await slowEntries(task, settings, patience, options.record) : [];
    const scratch = answers.kind === "command" ? join(work, "files") : staged;
    if (answers.kind === "command") cpSync(staged, scratch, { recursive: true });
    await runOrder({
      order: {
        do: "submit",
        folder: staged,
        scratch,
        asking: join(work, "asking"),
        sha,
        release,
        limits,
        competitors: { against: options.against ?? null, skip: slow.map(({ model }) => model) },
        identity: { version: packageVersion(), commit: packageCommit() },
      },
      task: task.id,
      settings,
      boards: options.boards ?? [],
      backend: options.backend,
      ...(answers.kind === "module" ? { module: join(staged, answers.file) } : {}),
    });
    const record = await readRecord(join(staged, "record.json"), submissionRecord);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(staged, target);
    show(record, options, slow, `stored in ${relative(process.cwd(), target)}`);
    return EXIT.ok;
  } finally {
    remove();
    process.off("exit", remove);
  }
}

function folderOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`there is no ${path}: give a submission's folder or its ${MANIFEST}`);
  if (stat.isDirectory()) return resolve(path);
  if (basename(path) !== MANIFEST) throw new UsageError(`${path} is not called ${MANIFEST}`);
  return dirname(resolve(path));
}

function show(record: SubmissionRecord, options: SubmitOptions, slow: readonly NotCompared[], where: string): void {
  const lines = options.json ? [JSON.stringify(record, null, 2)] : [...submissionLines(record, slow), "", where];
  process.stdout.write(`${lines.join("\n")}\n`);
}
