import { execute, type ExecuteOptions } from "./execute.js";

/**
 * `simverdict falsify`: run only the broken worlds, to see that every spec can fail; write `falsifiers.json`.
 *
 * @param patterns spec files as globs; the package's own theorems when empty
 * @param options the command's options
 * @returns the exit code: 0 when every falsifier was refuted
 * @throws UsageError if an option is malformed or nothing matches; BadRecordFile if the folder cannot be written to
 */
export function falsify(patterns: readonly string[], options: ExecuteOptions): Promise<number> {
  return execute({ mode: "falsify", file: "falsifiers.json" }, patterns, options);
}
