import { join, resolve } from "node:path";
import { errorBound } from "../harness/errorBound.js";
import { type VerdictsRecord, verdictsRecord } from "../harness/record.js";
import type { TheoremListing } from "../harness/listing.js";
import { ensureWritable, writeRecord, writeText } from "../harness/recordFile.js";
import type { Mode } from "../harness/settings.js";
import { verdictAnnotations } from "../report/githubAnnotations.js";
import { jobSummary } from "../report/jobSummary.js";
import { verdictSuites } from "../report/junitSuites.js";
import { junitXml } from "../report/junitXml.js";
import { summaryLines } from "../report/verdictText.js";
import { endLine } from "./endLine.js";
import { exitCode } from "./exitCode.js";
import { checkModel } from "./modelUnderTest.js";
import { idPattern } from "./filterPattern.js";
import { nothingFound } from "./nothingFound.js";
import { packageCommit, packageVersion } from "./packageRoot.js";
import { filterOf, jobsOf, settingsOf, type SpecOptions } from "./runOptions.js";
import { OWN_THEOREMS } from "./ownFiles.js";
import { runSpecs, type SpecRun } from "./runSpecs.js";
import { specPlace } from "./specPlace.js";
import { tellGithub } from "./tellGithub.js";
import { openTerminal, type Terminal } from "./terminal.js";
import { writableFile } from "./writableFile.js";

/** Options of the commands that run theorems and write what they found. */
export interface ExecuteOptions extends SpecOptions {
  readonly out: string;
  readonly allowInconclusive?: true;
  /** Where the run goes as JUnit XML too. */
  readonly junit?: string;
}

/** What a command does with its theorems, and the name of the record it leaves. */
export interface Execution {
  readonly mode: Exclude<Mode, "list">;
  readonly file: string;
  /** What else is written beside the record. */
  readonly also?: (record: VerdictsRecord, out: string) => Promise<void>;
}

/**
 * Run theorems, show what they find as they find it, and write the record.
 *
 * @param execution what to do
 * @param patterns spec files as globs; the package's own theorems when empty
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if an option is malformed or nothing matches; BadRecordFile if the folder cannot be written to
 */
export async function execute(execution: Execution, patterns: readonly string[], options: ExecuteOptions): Promise<number> {
  const out = resolve(options.out);
  settingsOf(options, execution.mode);
  jobsOf(options);
  ensureWritable(out);
  const junit = options.junit === undefined ? undefined : writableFile("--junit", options.junit);
  const allowInconclusive = options.allowInconclusive ?? false;
  const terminal = openTerminal(options.json ? process.stderr : process.stdout);
  const record = await run(execution.mode, patterns, options, terminal);
  const file = join(out, execution.file);
  await writeRecord(file, verdictsRecord, record);
  await execution.also?.(record, out);
  if (junit !== undefined) await writeText(junit, junitXml(verdictSuites(record, { allowInconclusive }), record.run.startedAt));
  terminal.print(["", ...summaryLines(record), endLine(record.run, file)]);
  const news = () => ({ annotations: verdictAnnotations(record, specPlace), summary: jobSummary(record) });
  await tellGithub(news, (lines) => terminal.print(lines), process.env);
  if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  return exitCode(record, { allowInconclusive });
}

/**
 * Run theorems and show what they find as they find it.
 *
 * @param mode whether the hypothesis worlds run too
 * @param patterns spec files as globs; the package's own theorems when empty
 * @param options the command's options
 * @param terminal where progress is shown; closed at the end
 * @param filter the ids to run, where it is not `--filter` that says so
 * @returns the record of the run
 * @throws UsageError if an option is malformed, nothing matches, or the model under test is not one
 */
export async function run(
  mode: Execution["mode"],
  patterns: readonly string[],
  options: SpecOptions,
  terminal: Terminal,
  filter: RegExp | undefined = filterOf(options),
): Promise<VerdictsRecord> {
  const settings = settingsOf(options, mode);
  const jobs = jobsOf(options);
  const { seed, tier, alpha } = settings;
  const startedAt = new Date();
  const version = packageVersion();
  const { backend, model } = options;
  const specs = { settings, own: OWN_THEOREMS, patterns, filter, jobs, backend, model, progress: terminal };
  const listings = model === undefined ? [] : await listed(specs, options);
  const unfit = model === undefined ? new Map<string, string>() : await checkModel(model, listings);
  const judged = model === undefined ? "" : `, model ${model}`;
  terminal.print([`simverdict ${version}: tier ${tier}, seed ${seed}, alpha ${alpha}, ${jobs} job${jobs === 1 ? "" : "s"}${judged}`]);
  terminal.print(Array.from(unfit, ([id, why]) => `${id} is left out: ${why}`));
  const fitting = listings.map(({ id }) => id).filter((id) => !unfit.has(id));
  const outcome = await runSpecs(unfit.size === 0 ? specs : { ...specs, filter: idPattern(fitting) }).finally(() => terminal.close());
  const { theorems, failures } = outcome;
  if (theorems.length === 0 && failures.length === 0) throw nothingFound(outcome, patterns.length > 0 ? patterns : [OWN_THEOREMS], options);
  if (outcome.notes.length > 0) terminal.print(outcome.notes.map((note) => `note: ${note}`));
  const { claims, falsifiers, bound } = errorBound(theorems);
  return {
    schema: "simverdict/verdicts@1",
    run: {
      seed,
      tier,
      mode,
      alpha,
      errorBound: bound,
      decisions: { claims, falsifiers },
      backend: theorems.find((theorem) => theorem.backend !== null)?.backend ?? null,
      version,
      commit: packageCommit(),
      node: process.version,
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
    },
    theorems,
    failures,
  };
}

/** The theorems that a run would judge. */
async function listed(specs: SpecRun, options: SpecOptions): Promise<readonly TheoremListing[]> {
  const silent = { started: () => {}, ended: () => {}, printed: () => {} };
  const outcome = await runSpecs({ ...specs, settings: { ...specs.settings, mode: "list" }, progress: silent });
  if (outcome.listings.length + outcome.failures.length === 0) throw nothingFound(outcome, specs.patterns.length > 0 ? specs.patterns : [specs.own], options);
  return outcome.listings;
}
