import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { DEFAULT_SETTINGS } from "../harness/settings.js";
import { gate, type GateOptions } from "./gate.js";
import { GATE_CASES } from "./gateSettings.js";
import { measure, type MeasureOptions } from "./measure.js";
import { withAlpha, withJunit, withSpecOptions } from "./runOptions.js";
import { updateBase } from "./updateBase.js";
import { UsageError } from "./usageError.js";

/**
 * Add the commands that compare the code with what it was: `gate`, and `measure`, which makes records for it.
 *
 * @param program the command line
 * @param end hears the exit code of the command that ran
 */
export function gateCommands(program: Command, end: (code: number) => void): void {
  withJunit(program.command("gate"))
    .description("compare theorems and boards with a base: exit with 1 when something got worse, confirmed on a second draw")
    .argument("[patterns...]", "spec and board files (*.board.ts) as globs; the package's own when left out")
    .option("--base <records>", "a folder of records, a file of them, or a git ref, which is then run too", "results/reference")
    .option("--records <folder>", "compare these records; the code at hand is run when left out")
    .option("--margin <m>", "the mean worsening to let pass: a number, or <metric>=<number>,…; .005 of a metric's range when left out")
    .option("--update-base", "make what is found now the base, with its --reason")
    .option("--reason <text>", "why the base changes; kept in base-log.jsonl beside it")
    .option("--ledger <file>", "evidence of earlier runs of unchanged specs, to which that of this run is appended")
    .option("--filter <text>", "only ids that contain this; * stands for anything, a final $ for the end")
    .option("--only <kind>", "theorems or boards; both when left out")
    .option("--seed <n>", "seed of all randomness; the base's when left out")
    .option("--tier <tier>", "smoke, standard or full; the base's when left out")
    .option("--alpha <p>", "probability allowed to each wrong verdict and to a false alarm on each row; the base's when left out")
    .option("--cases <n>", `cases in each of the two blocks; the base's, or ${GATE_CASES}, when left out`)
    .option("--jobs <n>", "spec files side by side", String(availableParallelism()))
    .option("--backend <name>", "what runs the neural nets; the base's when left out")
    .option("--out <folder>", "where the records go", "results/latest")
    .option("--json", "print the record as JSON on standard output, all else on standard error")
    .action(async (patterns: string[], options: GateOptions & { readonly updateBase?: true; readonly reason?: string }) => {
      if (options.updateBase === undefined && options.reason !== undefined) throw new UsageError("--reason goes with --update-base");
      if (options.updateBase === undefined) return end(await gate(patterns, options));
      const { seed, tier, alpha } = DEFAULT_SETTINGS;
      end(await updateBase(patterns, { seed: String(seed), tier, alpha: String(alpha), cases: String(GATE_CASES), ...options }));
    });

  withAlpha(withSpecOptions(program.command("measure")))
    .description("run theorems, and score boards case by case; write verdicts.json and scores.json for gate --records")
    .option("--cases <n>", "cases in each of the two blocks", String(GATE_CASES))
    .option("--reserved <name>", "names the draw of the reserved cases, as the base's scores.json has it; drawn at random when left out")
    .option("--only <kind>", "theorems or boards; both when left out")
    .option("--allow-none", "leave out theorems or boards where no file of theirs is found")
    .option("--out <folder>", "where the records go", "results/latest")
    .action(async (patterns: string[], options: MeasureOptions) => {
      end(await measure(patterns, options));
    });
}
