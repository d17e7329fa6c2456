import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TASK_BOARD_SCAFFOLD, TASK_SCAFFOLD } from "../../src/cli/init/taskScaffold.data.js";
import { THEOREM_SCAFFOLD } from "../../src/cli/init/theoremScaffold.data.js";
import { type Ended, simverdict } from "./simverdict.js";

/** The globs of the project's theorem and board. */
export const FILES = ["claims/*.theorem.ts", "boards/*.board.ts"] as const;
/** The files of the theorem and of the board. */
export const THEOREM = "claims/mean.theorem.ts";
export const BOARD = "boards/coin.board.ts";

/** A research project of its own: the scaffolds of a theorem and of a task, committed to a repository. */
export interface GateProject {
  readonly folder: string;
  /** What its runs use as the folder of temporary files. */
  readonly temporary: string;
  readonly run: (words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** Replaces a text in a file. */
  readonly change: (file: string, from: string, to: string) => void;
  readonly git: (...words: string[]) => string;
  readonly read: (file: string) => string;
  readonly remove: () => void;
}

/** @returns a new project in a temporary folder */
export function gateProject(): GateProject {
  const top = realpathSync(mkdtempSync(join(tmpdir(), "simverdict-gate-")));
  const [folder, temporary] = [join(top, "project"), join(top, "temporary")];
  const path = (file: string): string => join(folder, file);
  const git = (...words: string[]): string => execFileSync("git", ["-c", "user.name=n", "-c", "user.email=n@example.org", "-C", folder, ...words], { encoding: "utf8" });
  for (const made of [folder, temporary, path("claims"), path("boards")]) mkdirSync(made);
  writeFileSync(path(THEOREM), THEOREM_SCAFFOLD.replaceAll("{{name}}", "mean"));
  writeFileSync(path("boards/coin-task.ts"), TASK_SCAFFOLD.replaceAll("{{name}}", "coin"));
  writeFileSync(path(BOARD), TASK_BOARD_SCAFFOLD.replaceAll("{{name}}", "coin"));
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "one");
  return {
    folder,
    temporary,
    run: (words, env = {}) => simverdict(words, { cwd: folder, env: { TMPDIR: temporary, ...env } }),
    change: (file, from, to) => writeFileSync(path(file), readFileSync(path(file), "utf8").replace(from, to)),
    git,
    read: (file) => readFileSync(path(file), "utf8"),
    remove: () => rmSync(top, { recursive: true }),
  };
}

/** Makes the project's claim false, and one of its models answer ten of ten by .2. */
export function makeWorse({ change }: GateProject): void {
  change(THEOREM, "draws: 10", "draws: 3");
  change(BOARD, "(x) => x / TOSSES", "(x) => (x === 10 ? 0.2 : x / TOSSES)");
}
