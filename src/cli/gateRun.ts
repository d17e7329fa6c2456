import type { GateRecords } from "../leaderboard/gate/baseFolder.js";
import type { Measurement } from "../leaderboard/gate/measureTask.js";
import { run } from "./execute.js";
import { measureBoards } from "./measureBoards.js";
import type { SpecOptions } from "./runOptions.js";
import { openTerminal } from "./terminal.js";
import { UsageError } from "./usageError.js";

/** What a gate runs of the code at hand. */
export interface GateRun {
  /** Spec and board files as globs; those that end in `.board.ts` are boards, and without any the package's own are run. */
  readonly patterns: readonly string[];
  readonly options: SpecOptions;
  readonly blocks: Omit<Measurement, "folder">;
  readonly theorems: boolean;
  readonly boards: boolean;
  /** Whether a kind of which no file is found is left out, where the other is found. */
  readonly allowNone: boolean;
  /** Where progress is shown. */
  readonly stream: NodeJS.WriteStream;
}

/**
 * The globs of the theorems and of the boards; undefined where none are to be run.
 *
 * @param patterns the globs as given; none stands for the package's own of both kinds
 * @returns both lists
 * @example splitPatterns(["a/*.theorem.ts", "b/*.board.ts"]).boards // => ["b/*.board.ts"]
 */
export function splitPatterns(patterns: readonly string[]): { readonly theorems: readonly string[] | undefined; readonly boards: readonly string[] | undefined } {
  if (patterns.length === 0) return { theorems: [], boards: [] };
  const boards = patterns.filter((pattern) => pattern.endsWith(".board.ts"));
  const theorems = patterns.filter((pattern) => !pattern.endsWith(".board.ts"));
  return { theorems: theorems.length > 0 ? theorems : undefined, boards: boards.length > 0 ? boards : undefined };
}

/**
 * Run the theorems and measure the boards of the code at hand.
 *
 * @param gateRun what to run
 * @returns the records; null for a kind that was not asked for, of which the filter leaves none, or which may be left out
 * @throws UsageError if an option is malformed or nothing at all was found
 */
export async function gateRun({ patterns, options, blocks, theorems, boards, allowNone, stream }: GateRun): Promise<GateRecords> {
  const split = splitPatterns(patterns);
  let nothing: UsageError | undefined;
  const orNone = async <T>(found: Promise<T>): Promise<T | null> => {
    try {
      return await found;
    } catch (error) {
      if (!(error instanceof UsageError && (allowNone || options.filter !== undefined))) throw error;
      nothing = error;
      return null;
    }
  };
  const verdicts = theorems && split.theorems !== undefined ? await orNone(run("verify", split.theorems, options, openTerminal(stream))) : null;
  const scores = boards && split.boards !== undefined ? await orNone(measureBoards(split.boards, options, blocks, openTerminal(stream))) : null;
  if (verdicts === null && scores === null && nothing !== undefined) throw nothing;
  return { verdicts, scores };
}
