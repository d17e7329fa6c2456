import { join, relative, resolve } from "node:path";
import { errorBound } from "../harness/errorBound.js";
import { type VerdictsRecord, verdictsRecord } from "../harness/record.js";
import { ensureWritable, writeRecord } from "../harness/recordFile.js";
import { summaryLines } from "../report/verdictText.js";
import { exitCode } from "./exitCode.js";
import { nothingFound } from "./nothingFound.js";
import { packageCommit, packageVersion } from "./packageRoot.js";
import { jobsOf, settingsOf, type SpecOptions } from "./runOptions.js";
import { runSpecs } from "./runSpecs.js";
import { openTerminal } from "./terminal.js";

/** Options of `simverdict verify`. */
export interface VerifyOptions extends SpecOptions {
  readonly out: string;
  readonly allowInconclusive?: true;
}

/**
 * `simverdict verify`: run the theorems, show their verdicts, write `verdicts.json`.
 *
 * @param patterns spec files as globs; the package's own theorems when empty
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if an option is malformed or nothing matches; BadRecordFile if the folder cannot be written to
 */
export async function verify(patterns: readonly string[], options: VerifyOptions): Promise<number> {
  const settings = settingsOf(options, "verify");
  const jobs = jobsOf(options);
  const out = resolve(options.out);
  ensureWritable(out);

  const startedAt = new Date();
  const terminal = openTerminal(options.json ? process.stderr : process.stdout);
  const version = packageVersion();
  terminal.print([
    `simverdict ${version}: tier ${settings.tier}, seed ${settings.seed}, alpha ${settings.alpha}, ${jobs} job${jobs === 1 ? "" : "s"}`,
  ]);
  const run = { settings, patterns, filter: options.filter, jobs, backend: options.backend, progress: terminal };
  const outcome = await runSpecs(run).finally(() => terminal.close());
  const { theorems, failures } = outcome;
  if (theorems.length === 0 && failures.length === 0) throw nothingFound(outcome, patterns, options);

  const { claims, falsifiers, bound } = errorBound(theorems);
  const record: VerdictsRecord = {
    schema: "simverdict/verdicts@1",
    run: {
      seed: settings.seed,
      tier: settings.tier,
      alpha: settings.alpha,
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
  const file = join(out, "verdicts.json");
  await writeRecord(file, verdictsRecord, record);
  const seconds = (record.run.durationMs / 1000).toFixed(1);
  terminal.print(["", ...summaryLines(record), `${seconds} s; records in ${relative(process.cwd(), file)}`]);
  if (options.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  return exitCode(record, { allowInconclusive: options.allowInconclusive ?? false });
}
