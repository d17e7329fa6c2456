import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { ensureWritable } from "../harness/recordFile.js";
import { EXIT } from "./exitCode.js";
import { MODEL_SCAFFOLD } from "./init/modelScaffold.data.js";
import { TASK_BOARD_SCAFFOLD, TASK_SCAFFOLD } from "./init/taskScaffold.data.js";
import { THEOREM_SCAFFOLD } from "./init/theoremScaffold.data.js";
import { PACKAGE_ROOT } from "./packageRoot.js";
import { UsageError } from "./usageError.js";

/** What one kind of scaffold consists of; `{{name}}` stands for the name in paths and texts. */
interface Scaffold {
  /** The name where none is given. */
  readonly name: string;
  readonly files: Readonly<Record<string, () => string>>;
  /** What to do with it. */
  readonly next: string;
}

const RUN_BOARD = "npx simverdict bench 'boards/{{name}}.board.ts'";

const SCAFFOLDS: Readonly<Record<string, Scaffold>> = {
  theorem: {
    name: "my-claim",
    files: { "claims/{{name}}.theorem.ts": () => THEOREM_SCAFFOLD },
    next: "npx simverdict verify 'claims/{{name}}.theorem.ts'",
  },
  model: { name: "my-model", files: { "boards/{{name}}.board.ts": () => MODEL_SCAFFOLD }, next: RUN_BOARD },
  task: {
    name: "coin-bias",
    files: { "boards/{{name}}-task.ts": () => TASK_SCAFFOLD, "boards/{{name}}.board.ts": () => TASK_BOARD_SCAFFOLD },
    next: RUN_BOARD,
  },
  ci: {
    name: "simverdict",
    files: { ".github/workflows/{{name}}.yml": () => readFileSync(join(PACKAGE_ROOT, "docs", "examples", "simverdict.yml"), "utf8") },
    next: "commit it; it verifies claims/**/*.theorem.ts (docs/ci.md of the package says more)",
  },
};

const LONGEST = 64;

/** Options of `simverdict init`. */
export interface InitOptions {
  readonly out: string;
}

/**
 * `simverdict init`: write a scaffold that runs as it is, to be changed into one's own.
 *
 * @param kind `theorem`, `model`, `task` or `ci`
 * @param name lower-case words joined by `-`, at most 64 characters; a default of the kind when left out
 * @param options the folder of the project
 * @returns 0
 * @throws UsageError if there is no such kind, the name is no such name, a file is there already, or one cannot be written;
 *   BadRecordFile if its folder cannot be made or written to
 */
export async function init(kind: string, name: string | undefined, { out }: InitOptions): Promise<number> {
  if (!Object.hasOwn(SCAFFOLDS, kind)) throw new UsageError(`init needs one of ${Object.keys(SCAFFOLDS).join(", ")}, got "${kind}"`);
  const scaffold = SCAFFOLDS[kind];
  const word = name ?? scaffold.name;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(word) || word.length > LONGEST) {
    throw new UsageError(`a name must be lower-case words joined by -, at most ${LONGEST} characters, got "${word}"`);
  }
  const named = (text: string): string => text.replaceAll("{{name}}", word);
  const files = Object.entries(scaffold.files).map(([path, text]) => ({ path: resolve(out, named(path)), text: named(text()) }));
  const here = (path: string): string => relative(process.cwd(), path);
  const taken = files.find(({ path }) => existsSync(path));
  if (taken !== undefined) throw new UsageError(`${here(taken.path)} is there already: choose another name, or --out`);
  for (const { path, text } of files) {
    ensureWritable(dirname(path));
    try {
      await writeFile(path, text, { flag: "wx" });
    } catch (error) {
      throw new UsageError(`cannot write ${here(path)}: ${error instanceof Error ? error.message : String(error)}`);
    }
    process.stdout.write(`wrote ${here(path)}\n`);
  }
  const folder = here(resolve(out));
  process.stdout.write(`next${folder === "" ? "" : `, in ${folder}`}: ${named(scaffold.next)}\n`);
  return EXIT.ok;
}
