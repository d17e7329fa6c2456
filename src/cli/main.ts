#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { BadRecordFile } from "../harness/recordFile.js";
import { bench, type BenchOptions } from "./bench.js";
import type { DoctorOptions } from "./doctor.js";
import type { ExecuteOptions } from "./execute.js";
import { killChildProcesses, watchChildProcesses } from "./childProcesses.js";
import { EXIT } from "./exitCode.js";
import { falsify } from "./falsify.js";
import { list } from "./list.js";
import { packageVersion } from "./packageRoot.js";
import { replay, type ReplayOptions } from "./replay.js";
import { report, type ReportOptions } from "./report.js";
import { type SpecOptions, withAlpha, withSpecOptions } from "./runOptions.js";
import { UsageError } from "./usageError.js";
import { verify } from "./verify.js";

const EXIT_CODES = `
Exit codes: 0 all upheld; 1 a claim refuted, a falsifier survived, or something invalid;
2 usage, bad input, or zero claims checked; 3 nothing worse than inconclusive; 4 integrity; 130 interrupted.`;

/** Runs the command line and answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command("simverdict")
    .description("Executable theorems about simulation-grounded machine learning, with verdicts of known error rate")
    .version(packageVersion())
    .addHelpText("after", EXIT_CODES)
    .exitOverride()
    .configureOutput({ outputError: () => {} });

  const RECORD = "results/latest/verdicts.json";
  const executing = (name: string): Command =>
    withAlpha(withSpecOptions(program.command(name)))
      .option("--out <folder>", "where the records go", "results/latest")
      .option("--allow-inconclusive", "exit with 0 when nothing is worse than inconclusive");

  executing("verify")
    .description("run theorems and their falsifiers; write verdicts.json and REPORT.md")
    .action(async (patterns: string[], options: ExecuteOptions) => {
      code = await verify(patterns, options);
    });

  executing("falsify")
    .description("run only the broken worlds, to see that every spec can fail; write falsifiers.json")
    .action(async (patterns: string[], options: ExecuteOptions) => {
      code = await falsify(patterns, options);
    });

  withAlpha(withSpecOptions(program.command("list")))
    .description("show theorems, claims and falsifiers without running them")
    .action(async (patterns: string[], options: SpecOptions) => {
      code = await list(patterns, options);
    });

  withSpecOptions(program.command("bench"))
    .description("let models compete on fixed tasks; write leaderboard.json and LEADERBOARD.md")
    .option("--out <folder>", "where the records go", "results/latest")
    .option("--entry <text>", "only models whose name contains this")
    .action(async (patterns: string[], options: BenchOptions) => {
      code = await bench(patterns, options);
    });

  program
    .command("replay")
    .description("run recorded theorems again under their recorded seed, tier and alpha, and compare every number")
    .argument("[patterns...]", "the spec files that were run, as globs; those of the record when left out")
    .option("--filter <text>", "only ids that contain this; * stands for anything, a final $ for the end")
    .option("--from <file>", "the record", RECORD)
    .option("--jobs <n>", "spec files side by side")
    .action(async (patterns: string[], options: ReplayOptions) => {
      code = await replay(patterns, options);
    });

  program
    .command("report")
    .description("write a record as Markdown: verdicts, falsifier matrix, evidence")
    .option("--from <file>", "the record", RECORD)
    .option("--out <folder>", "write REPORT.md there instead of printing it")
    .action(async (options: ReportOptions) => {
      code = await report(options);
    });

  program
    .command("doctor")
    .description("versions, backend, what is missing and how to get it")
    .option("--backend <name>", "the backend to try")
    .option("--json", "print JSON")
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import("./doctor.js"); // it loads TensorFlow.js
      code = await doctor(options);
    });

  try {
    await program.parseAsync([...words]);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    if (error instanceof CommanderError && error.code === "commander.help") return EXIT.usage;
    if (!(error instanceof CommanderError || error instanceof UsageError || error instanceof BadRecordFile)) throw error;
    const message = error.message.replace(/^error: /, "").replaceAll("\n", " ");
    const help = error instanceof CommanderError ? " (simverdict --help)" : "";
    process.stderr.write(`simverdict: ${message}${help}\n`);
    return EXIT.usage;
  }
  return code;
}

watchChildProcesses();
// A reader that has seen enough, as `| head`, ends the command without a stack trace.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.interrupted);
  throw error;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    killChildProcesses();
    process.stderr.write("simverdict: interrupted; no record was written\n");
    process.exit(EXIT.interrupted);
  });
}
process.exitCode = await main(process.argv);
