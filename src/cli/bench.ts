import { join, resolve } from "node:path";
import { ensureWritable, writeRecord, writeText } from "../harness/recordFile.js";
import { type LeaderboardRecord, leaderboardRecord } from "../leaderboard/record.js";
import { boardAnnotations } from "../report/githubAnnotations.js";
import { boardSuites } from "../report/junitSuites.js";
import { junitXml } from "../report/junitXml.js";
import { leaderboardMarkdown } from "../report/leaderboardMarkdown.js";
import { boardLines } from "../report/leaderboardText.js";
import { endLine } from "./endLine.js";
import { EXIT } from "./exitCode.js";
import { filterPattern } from "./filterPattern.js";
import { nothingFound } from "./nothingFound.js";
import { OWN_BOARDS } from "./ownFiles.js";
import { packageCommit, packageVersion } from "./packageRoot.js";
import { writeReportPage } from "./reportPage.js";
import { filterOf, jobsOf, settingsOf, type SpecOptions } from "./runOptions.js";
import { runSpecs, type SpecRunOutcome } from "./runSpecs.js";
import { tellGithub } from "./tellGithub.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usageError.js";
import { writableFile } from "./writableFile.js";

/** Options of `simverdict bench`. */
export interface BenchOptions extends SpecOptions {
  readonly out: string;
  /** Only entries whose name contains this. */
  readonly entry?: string;
  /** Names a fresh draw of cases, scored beside the public ones. */
  readonly release?: string;
  /** Where the run goes as JUnit XML too. */
  readonly junit?: string;
  /** Where long trainings are kept; nowhere, or at the full tier in `FULL_CHECKPOINTS`, when left out. */
  readonly checkpoints?: string;
}

/** Where the full tier keeps its trainings, which take hours, if nothing else is said. */
const FULL_CHECKPOINTS = join(".cache", "checkpoints");

/**
 * `simverdict bench`: let models compete on fixed tasks; write `leaderboard.json`, `LEADERBOARD.md` and `report.html`.
 *
 * @param patterns board files as globs; the package's own boards when empty
 * @param options the command's options
 * @returns 0; 4 if a checkpoint is of another training or was changed, else 1 if an entry failed or a file did not load
 * @throws UsageError if an option is malformed or nothing matches; BadRecordFile if the folder cannot be written to
 */
export async function bench(patterns: readonly string[], options: BenchOptions): Promise<number> {
  const settings = settingsOf(options, "verify");
  const jobs = jobsOf(options);
  const out = resolve(options.out);
  ensureWritable(out);
  const junit = options.junit === undefined ? undefined : writableFile("--junit", options.junit);
  const checkpoints = checkpointsOf(options.checkpoints ?? (settings.tier === "full" ? FULL_CHECKPOINTS : undefined));
  const startedAt = new Date();
  const terminal = openTerminal(options.json ? process.stderr : process.stdout);
  const version = packageVersion();
  const { backend, entry, release } = options;
  if (release === "") throw new UsageError("--release needs a name");
  const environment = {
    SIMVERDICT_PROGRESS: "1",
    // an empty one too, so that the caller's own does not count
    SIMVERDICT_CHECKPOINTS: checkpoints ?? "",
    ...(entry === undefined ? {} : { SIMVERDICT_ENTRY: entry }),
    ...(release === undefined ? {} : { SIMVERDICT_RELEASE: release }),
  };
  terminal.print([`simverdict ${version}: tier ${settings.tier}, seed ${settings.seed}, ${jobs} job${jobs === 1 ? "" : "s"}`]);
  const run = { settings, own: OWN_BOARDS, patterns, filter: filterOf(options), jobs, backend, environment, progress: terminal };
  const outcome = await runSpecs(run).finally(() => terminal.close());
  const { boards, failures } = outcome;
  if (boards.length === 0 && failures.length === 0) throw nothingScored(outcome, patterns, options);

  const record: LeaderboardRecord = {
    schema: "simverdict/leaderboard@1",
    run: {
      seed: settings.seed,
      tier: settings.tier,
      backend: boards.find((board) => board.backend !== null)?.backend ?? null,
      version,
      commit: packageCommit(),
      node: process.version,
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
    },
    boards,
    failures,
  };
  const file = join(out, "leaderboard.json");
  await writeRecord(file, leaderboardRecord, record);
  await writeText(join(out, "LEADERBOARD.md"), leaderboardMarkdown(record));
  await writeReportPage(out, out, { boards: record });
  if (junit !== undefined) await writeText(junit, junitXml(boardSuites(record), record.run.startedAt));
  terminal.print([
    ...boards.flatMap((board) => ["", ...boardLines(board)]),
    "",
    ...failures.map((failure) => `failed: ${failure.file}: ${failure.message}`),
    endLine(record.run, file),
  ]);
  await tellGithub(() => ({ annotations: boardAnnotations(record), summary: leaderboardMarkdown(record) }), (lines) => terminal.print(lines), process.env);
  if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  if (outcome.badCheckpoint) return EXIT.integrity;
  const failedRow = boards.some(({ rows }) => rows.some(({ problem }) => problem !== null && problem !== "n/a"));
  return failedRow || failures.length > 0 ? EXIT.failed : EXIT.ok;
}

/** The folder of checkpoints, made before any work is done. */
function checkpointsOf(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  if (folder.trim() === "") throw new UsageError("--checkpoints must be a folder, got an empty name");
  ensureWritable(resolve(folder), "--checkpoints");
  return resolve(folder);
}

/** What to say when no board came of a run; the filter may have matched where the entry did not. */
function nothingScored(outcome: SpecRunOutcome, patterns: readonly string[], options: BenchOptions): UsageError {
  const { filter, entry } = options;
  const matched = filter === undefined ? outcome.ids : outcome.ids.filter((id) => filterPattern(filter).test(id));
  if (entry === undefined || matched.length === 0) return nothingFound(outcome, patterns.length > 0 ? patterns : [OWN_BOARDS], options);
  return new UsageError(`no model's name contains --entry "${entry}" on ${matched.slice(0, 4).join(", ")}${matched.length > 4 ? ", …" : ""}`);
}
