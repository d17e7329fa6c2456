import { type Command } from "commander";
import { DEFAULT_SETTINGS, type Settings } from "../harness/settings.js";
import { settingsOf } from "./runOptions.js";

/** Options of the commands that ask one leaderboard for something, as commander gives them. */
export interface BoardOptions {
  readonly boards?: string[];
  readonly seed: string;
  readonly tier: string;
  readonly backend?: string;
  readonly json?: true;
}

/**
 * Add the options of the commands that ask one leaderboard for something.
 *
 * @param command the command
 * @returns the same command
 */
export function withBoardOptions(command: Command): Command {
  return command
    .option("--boards <patterns...>", "board files as globs; the package's own when left out")
    .option("--seed <n>", "seed of all randomness but the cases", String(DEFAULT_SETTINGS.seed))
    .option("--tier <tier>", "smoke, standard or full: how many cases", "standard")
    .option("--backend <name>", "what runs the neural nets; the fastest that loads when left out")
    .option("--json", "print JSON on standard output");
}

/**
 * The settings that the options ask for.
 *
 * @param options the options
 * @returns the settings
 * @throws UsageError if an option is outside its domain
 */
export function boardSettings({ seed, tier, backend }: BoardOptions): Settings {
  return settingsOf({ seed, tier, jobs: "1", ...(backend === undefined ? {} : { backend }) }, "verify");
}
