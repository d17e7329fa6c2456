#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { BadRecordFile } from "../harness/recordFile.js";
import { Refusal } from "../leaderboard/refusal.js";
import { boardCommands } from "./boardCommands.js";
import { killChildProcesses, watchChildProcesses } from "./childProcesses.js";
import { EXIT } from "./exitCode.js";
import { gateCommands } from "./gateCommands.js";
import { packageVersion } from "./packageRoot.js";
import { projectCommands } from "./projectCommands.js";
import { theoremCommands } from "./theoremCommands.js";
import { UsageError } from "./usageError.js";

const EXIT_CODES = `
Exit codes: 0 all upheld, or nothing worse than the base; 1 a claim refuted, a falsifier survived, something invalid, or a regression;
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

  const end = (ended: number): void => void (code = ended);
  theoremCommands(program, end);
  boardCommands(program, end);
  gateCommands(program, end);
  projectCommands(program, end);

  try {
    await program.parseAsync([...words]);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    if (error instanceof CommanderError && error.code === "commander.help") return EXIT.usage;
    const isOurs = [CommanderError, UsageError, BadRecordFile, Refusal].some((kind) => error instanceof kind);
    if (!(error instanceof Error && isOurs)) throw error;
    const message = error.message.replace(/^error: /, "").replaceAll("\n", " ");
    const help = error instanceof CommanderError ? " (simverdict --help)" : "";
    process.stderr.write(`simverdict: ${message}${help}\n`);
    return error instanceof Refusal && error.integrity ? EXIT.integrity : EXIT.usage;
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
