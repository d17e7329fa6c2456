import type { Entry } from "../entry.js";
import type { AnswerFormat } from "./answerFormat.js";
import { largestAnswer } from "./answerFormat.js";
import type { FilePrediction } from "./arrayPredictions.js";
import { jsonLinesPredictions } from "./jsonLinesPredictions.js";
import { type CommandLimits, runCommand } from "./runCommand.js";

/** A command, where it runs and how much it may use. */
export interface SubmittedCommand {
  readonly command: readonly string[];
  readonly folder: string;
  readonly format: AnswerFormat;
  readonly limits: Pick<CommandLimits, "seconds" | "megabytes">;
}

/** Bytes of output for each case and each of its numbers, and for the least of outputs. */
const OUTPUT = { least: 1 << 16, line: 128, number: 64 } as const;

/**
 * An entry that asks a command: `{"case": 0, "x": …}` goes to its standard input line by line, then the input ends;
 * `{"case": 0, "prediction": …}` comes from its standard output, in any order.
 *
 * @param about the command
 * @returns the entry; what the command does wrong rejects its predictions with a BadSubmission
 */
export function commandEntry<X>({ command, folder, format, limits }: SubmittedCommand): Entry<X, FilePrediction> {
  return {
    model: command.join(" "),
    source: "a command",
    prepare: () => ({
      parameters: 0,
      predict: async (xs) => {
        const output = OUTPUT.least + xs.length * (OUTPUT.line + OUTPUT.number * largestAnswer(format));
        const answers = await runCommand(command, folder, questions(xs), { ...limits, output });
        return jsonLinesPredictions(answers, { cases: xs.length, format });
      },
    }),
  };
}

function* questions(xs: readonly unknown[]): Generator<string> {
  for (const [i, x] of xs.entries()) yield JSON.stringify({ case: i, x });
}
