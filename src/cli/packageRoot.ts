import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { execFileSync } from "node:child_process";
import { literally } from "./filterPattern.js";

/** The folder that holds package.json, theorems and fixtures: the repository, or the installed package. */
export const PACKAGE_ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Names the file in which specs are to find `simverdict`, where that is not the build of the command line: see `openTree`. */
export const LIBRARY = "SIMVERDICT_LIBRARY";

/** Where specs find `simverdict`: in the same files as the command line, built or source, unless the environment names others. */
export const ENTRY = process.env[LIBRARY] ?? fileURLToPath(import.meta.url).replace(/cli[\\/]packageRoot(?=\.\w+$)/, "index");

/**
 * What tells the files in a folder of the package from all others.
 *
 * @param folder one of the package's folders
 * @returns what their absolute paths match, as Vite writes them
 */
export const inPackage = (folder: string): RegExp =>
  new RegExp(`^${literally(join(PACKAGE_ROOT, folder, "/").replaceAll(sep, "/"))}`);

/** @returns the version in package.json */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as { version: string };
  return version;
}

/** @returns the commit of the working copy, with `+dirty` when it differs from that; null outside a repository */
export function packageCommit(): string | null {
  if (!existsSync(join(PACKAGE_ROOT, ".git"))) return null;
  const git = (...words: string[]): string =>
    execFileSync("git", ["-C", PACKAGE_ROOT, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    return git("rev-parse", "HEAD") + (git("status", "--porcelain") === "" ? "" : "+dirty");
  } catch {
    return null;
  }
}
