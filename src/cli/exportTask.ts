import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { ensureWritable } from "../harness/recordFile.js";
import { type BoardOptions, boardSettings } from "./boardOptions.js";
import { EXIT } from "./exitCode.js";
import { runOrder } from "./runOrder.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict export`. */
export interface ExportOptions extends BoardOptions {
  readonly out?: string;
  readonly training: string;
}

/**
 * `simverdict export`: write the inputs of a task's public cases, and on request a training set, for other languages.
 *
 * @param task the task's id
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if an option is malformed, there is no such task, or the folder exists already; BadSubmission if the
 *   task takes no submissions; BadRecordFile if the folder cannot be written to
 */
export async function exportTask(task: string, options: ExportOptions): Promise<number> {
  const settings = boardSettings(options);
  const training = options.training.trim() === "" ? NaN : Number(options.training);
  if (!(Number.isSafeInteger(training) && training >= 0 && training <= 1e7)) {
    throw new UsageError(`training must be an integer from 0 to 10^7, got "${options.training}"`);
  }
  if (!/^[a-z0-9][a-z0-9./-]*$/.test(task) || task.includes("..")) throw new UsageError(`a task is named as on its board, for example model-selection/linear-trend-2/sigma-0.2, got "${task}"`);
  const out = resolve(options.out ?? join("results", "export", task));
  if (existsSync(out)) throw new UsageError(`${relative(process.cwd(), out) || "this folder"} exists already: remove it, or choose another with --out`);
  ensureWritable(dirname(out));
  const staged = mkdtempSync(join(dirname(out), ".staging-"));
  const remove = (): void => rmSync(staged, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const folder = join(staged, "task");
    mkdirSync(folder);
    await runOrder({ order: { do: "export", folder, training }, task, settings, boards: options.boards ?? [], backend: options.backend });
    renameSync(folder, out);
  } finally {
    remove();
    process.off("exit", remove);
  }
  process.stdout.write(options.json ? `${JSON.stringify({ folder: out })}\n` : `${task} in ${relative(process.cwd(), out)}\n`);
  return EXIT.ok;
}
