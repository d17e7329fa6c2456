import type { Command } from "commander";
import type { ExecuteOptions } from "./execute.js";
import { falsify } from "./falsify.js";
import { ledger, type LedgerOptions } from "./ledger.js";
import { list } from "./list.js";
import { replay, type ReplayOptions } from "./replay.js";
import { report, type ReportOptions } from "./report.js";
import { type SpecOptions, withAlpha, withJunit, withModel, withSpecOptions } from "./runOptions.js";
import { verify, type VerifyOptions } from "./verify.js";

const RECORD = "results/latest/verdicts.json";

/**
 * Add the commands about theorems: `verify`, `falsify`, `list`, `replay`, `report`, `ledger`.
 *
 * @param program the command line
 * @param end hears the exit code of the command that ran
 */
export function theoremCommands(program: Command, end: (code: number) => void): void {
  const executing = (name: string): Command =>
    withJunit(withAlpha(withSpecOptions(program.command(name))))
      .option("--out <folder>", "where the records go", "results/latest")
      .option("--allow-inconclusive", "exit with 0 when nothing is worse than inconclusive");

  withModel(executing("verify"))
    .description("run theorems and their falsifiers; write verdicts.json, REPORT.md and report.html")
    .option("--ledger <file>", "append the evidence of every claim to this ledger")
    .action(async (patterns: string[], options: VerifyOptions) => {
      end(await verify(patterns, options));
    });

  executing("falsify")
    .description("run only the broken worlds, to see that every spec can fail; write falsifiers.json")
    .action(async (patterns: string[], options: ExecuteOptions) => {
      end(await falsify(patterns, options));
    });

  withAlpha(withSpecOptions(program.command("list")))
    .description("show theorems, claims and falsifiers without running them")
    .action(async (patterns: string[], options: SpecOptions) => {
      end(await list(patterns, options));
    });

  program
    .command("replay")
    .description("run recorded theorems again under their recorded seed, tier and alpha, and compare every number")
    .argument("[patterns...]", "the spec files that were run, as globs; those of the record when left out")
    .option("--filter <text>", "only ids that contain this; * stands for anything, a final $ for the end")
    .option("--from <file>", "the record", RECORD)
    .option("--jobs <n>", "spec files side by side")
    .action(async (patterns: string[], options: ReplayOptions) => {
      end(await replay(patterns, options));
    });

  program
    .command("report")
    .description("write a record as Markdown: verdicts, falsifier matrix, evidence")
    .option("--from <file>", "the record", RECORD)
    .option("--out <folder>", "write REPORT.md there instead of printing it, and report.html of all records beside it")
    .option("--pictures <file>", "a record of pictures: draw each as SVG into the folder and into report.html")
    .action(async (options: ReportOptions) => {
      end(await report(options));
    });

  withAlpha(program.command("ledger"))
    .description("what all runs that a ledger records say together: e-values multiplied over distinct seeds")
    .option("--from <file>", "the ledger", "results/ledger.jsonl")
    .option("--filter <text>", "only ids that contain this; * stands for anything, a final $ for the end")
    .option("--json", "print JSON")
    .action(async (options: LedgerOptions) => {
      end(await ledger(options));
    });
}
