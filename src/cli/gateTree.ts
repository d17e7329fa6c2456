import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { readRecords, type StoredRecords } from "../leaderboard/gate/baseFolder.js";
import { LIBRARY, PACKAGE_ROOT } from "./packageRoot.js";
import { UsageError } from "./usageError.js";

/** The files of a commit in a folder of their own. */
export interface GateTree {
  readonly commit: string;
  /**
   * Runs its theorems and boards by `simverdict measure`, and reads the records.
   *
   * @param words options but `--out`, and patterns
   */
  readonly records: (words: readonly string[]) => Promise<StoredRecords>;
  readonly remove: () => void;
}

/**
 * The commit that a ref of the working folder's repository names.
 *
 * @param ref for example `main` or `HEAD~1`
 * @returns its hash; undefined if there is no such ref, no repository or no git
 */
export function commitOf(ref: string): string | undefined {
  try {
    return git(process.cwd(), "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  } catch {
    return undefined;
  }
}

/**
 * Unpack a commit beside the working copy, which stays as it is: `git archive` into a temporary folder, the installed packages
 * linked.
 *
 * Its theorems and boards run under today's command line; inside simverdict's own repository they use the `src` of
 * the commit, elsewhere the simverdict that is installed.
 *
 * @param commit the hash
 * @returns the tree
 * @throws UsageError if the commit cannot be unpacked
 */
export function openTree(commit: string): GateTree {
  const top = realpathSync(git(process.cwd(), "rev-parse", "--show-toplevel"));
  const here = relative(top, realpathSync(process.cwd()));
  const folder = mkdtempSync(join(tmpdir(), "simverdict-base-"));
  const tree = join(folder, "tree");
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    mkdirSync(tree);
    git(top, "archive", "--format=tar", `--output=${join(folder, "tree.tar")}`, commit);
    execFileSync("tar", ["-xf", join(folder, "tree.tar"), "-C", tree], { stdio: ["ignore", "ignore", "pipe"] });
    mkdirSync(join(tree, here), { recursive: true });
    for (const part of new Set(["", here])) {
      const packages = join(top, part, "node_modules");
      if (existsSync(packages) && !existsSync(join(tree, part, "node_modules"))) symlinkSync(packages, join(tree, part, "node_modules"));
    }
  } catch (error) {
    remove();
    throw new UsageError(`commit ${commit} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
  const isOwn = realpathSync(PACKAGE_ROOT) === top;
  if (isOwn) cpSync(join(PACKAGE_ROOT, "dist"), join(tree, "dist"), { recursive: true });
  const main = join(isOwn ? tree : PACKAGE_ROOT, "dist", "cli", "main.js");
  let runs = 0;
  return {
    commit,
    remove: () => {
      remove();
      process.off("exit", remove);
    },
    records: async (words) => {
      const out = join(folder, `records-${runs++}`);
      const library = isOwn ? { [LIBRARY]: join(tree, "src", "index.ts") } : {};
      const last = await runCommand([main, "measure", "--allow-none", "--out", out, ...words], join(tree, here), library);
      if (!["verdicts.json", "scores.json"].some((name) => existsSync(join(out, name)))) throw new UsageError(`the base at ${commit.slice(0, 12)} cannot be run: ${last}`);
      return readRecords(out);
    },
  };
}

/** Runs node in a process group of its own, which ends with this process; answers its last words. */
function runCommand(words: readonly string[], cwd: string, variables: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...variables } });
    const kill = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended already.
      }
    };
    process.once("exit", kill);
    let text = "";
    child.stdout.on("data", (data: Buffer) => process.stderr.write(data));
    child.stderr.setEncoding("utf8").on("data", (data: string) => (text += data));
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", kill);
      const last = text.trim().split("\n").at(-1) ?? "";
      resolve(last.replace(/^simverdict: /, "") || `exit code ${code}`);
    });
  });
}

const git = (cwd: string, ...words: string[]): string => execFileSync("git", ["-C", cwd, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
