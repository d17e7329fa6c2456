#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { BadRecordFile } from "../harness/recordFile.js";
import { EXIT } from "./exitCode.js";
import { list } from "./list.js";
import { packageVersion } from "./packageRoot.js";
import { type SpecOptions, withSpecOptions } from "./runOptions.js";
import { UsageError } from "./usageError.js";
import { verify, type VerifyOptions } from "./verify.js";

const EXIT_CODES = `
Exit codes: 0 all upheld; 1 a claim refuted, a falsifier survived, or something invalid;
2 usage, bad input, or zero claims checked; 3 nothing worse than inconclusive; 4 integrity.`;

/** Runs the command line and answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command("simverdict")
    .description("Executable theorems about simulation-grounded machine learning, with verdicts of known error rate")
    .version(packageVersion())
    .addHelpText("after", EXIT_CODES)
    .exitOverride()
    .configureOutput({ outputError: () => {} });

  withSpecOptions(program.command("verify"))
    .description("run theorems and their falsifiers; write verdicts.json")
    .option("--out <folder>", "where the records go", "results/latest")
    .option("--allow-inconclusive", "exit with 0 when nothing is worse than inconclusive")
    .action(async (patterns: string[], options: VerifyOptions) => {
      code = await verify(patterns, options);
    });

  withSpecOptions(program.command("list"))
    .description("show theorems, claims and falsifiers without running them")
    .action(async (patterns: string[], options: SpecOptions) => {
      code = await list(patterns, options);
    });

  try {
    await program.parseAsync([...words]);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    if (!(error instanceof CommanderError || error instanceof UsageError || error instanceof BadRecordFile)) throw error;
    const message = error.message.replace(/^error: /, "").replaceAll("\n", " ");
    const help = error instanceof CommanderError ? " (simverdict --help)" : "";
    process.stderr.write(`simverdict: ${message}${help}\n`);
    return EXIT.usage;
  }
  return code;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    process.stderr.write("simverdict: interrupted; no record was written\n");
    process.exit(EXIT.interrupted);
  });
}
process.exitCode = await main(process.argv);
