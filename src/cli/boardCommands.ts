import type { Command } from "commander";
import { bench, type BenchOptions } from "./bench.js";
import { withBoardOptions } from "./boardOptions.js";
import { exportTask, type ExportOptions } from "./exportTask.js";
import { rescore, type RescoreOptions } from "./rescore.js";
import { withJunit, withSpecOptions } from "./runOptions.js";
import { submit, type SubmitOptions } from "./submit.js";

const SUBMISSIONS = "results/submissions";

/**
 * Add the commands about boards: `bench`, `export`, `submit`, `rescore`.
 *
 * @param program the command line
 * @param end hears the exit code of the command that ran
 */
export function boardCommands(program: Command, end: (code: number) => void): void {
  withJunit(withSpecOptions(program.command("bench")))
    .description("let models compete on fixed tasks; write leaderboard.json, LEADERBOARD.md and report.html")
    .option("--out <folder>", "where the records go", "results/latest")
    .option("--entry <text>", "only models whose name contains this")
    .option("--release <name>", "score on a fresh draw of this name too, beside the public cases")
    .option("--checkpoints <folder>", "keep long trainings there, and go on with them after an interruption; at the full tier .cache/checkpoints when left out")
    .action(async (patterns: string[], options: BenchOptions) => {
      end(await bench(patterns, options));
    });

  withBoardOptions(program.command("export"))
    .description("write the inputs of a task, and on request a training set, for models in other languages")
    .argument("<task>", "the task's id")
    .option("--training <n>", "simulated pairs to train on", "0")
    .option("--out <folder>", "a new folder; results/export/<task> when left out")
    .action(async (task: string, options: ExportOptions) => {
      end(await exportTask(task, options));
    });

  withBoardOptions(program.command("submit"))
    .description("check, score and store a submission: predictions, an ONNX model, a command or a module")
    .argument("<submission>", "its folder, or its manifest.json")
    .option("--out <folder>", "where submissions are stored", SUBMISSIONS)
    .option("--release <name>", "names the fresh draw; this version when left out")
    .option("--against <text>", "compare only with models whose name contains this")
    .option("--patience <seconds>", "leave out models that trained longer in the record", "120")
    .option("--record <file>", "the leaderboard.json that says so; results/reference or results/latest when left out")
    .option("--timeout <seconds>", "what a command or an ONNX model may take", "600")
    .option("--memory <MiB>", "address space of each process of a command", "16384")
    .option("--run-code", "let a command or a module run: it has all your rights")
    .action(async (path: string, options: SubmitOptions) => {
      end(await submit(path, options));
    });

  program
    .command("rescore")
    .description("score stored submissions again from their answers, as after a mended metric")
    .option("--boards <patterns...>", "board files as globs; the package's own when left out")
    .option("--out <folder>", "where submissions are stored", SUBMISSIONS)
    .option("--against <text>", "compare only with models whose name contains this")
    .option("--patience <seconds>", "leave out models that trained longer in the record", "120")
    .option("--record <file>", "the leaderboard.json that says so; results/reference or results/latest when left out")
    .option("--backend <name>", "what runs the neural nets; the fastest that loads when left out")
    .option("--json", "print JSON on standard output")
    .action(async (options: RescoreOptions) => {
      end(await rescore(options));
    });
}
