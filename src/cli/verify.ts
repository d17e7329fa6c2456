import { join } from "node:path";
import { writeText } from "../harness/recordFile.js";
import { verdictsMarkdown } from "../report/verdictsMarkdown.js";
import { execute, type ExecuteOptions } from "./execute.js";

/**
 * `simverdict verify`: run theorems and their falsifiers, write `verdicts.json` and `REPORT.md`.
 *
 * @param patterns spec files as globs; the package's own theorems when empty
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if an option is malformed or nothing matches; BadRecordFile if the folder cannot be written to
 */
export function verify(patterns: readonly string[], options: ExecuteOptions): Promise<number> {
  return execute(
    {
      mode: "verify",
      file: "verdicts.json",
      also: (record, out) => writeText(join(out, "REPORT.md"), verdictsMarkdown(record)),
    },
    patterns,
    options,
  );
}
