import { join } from "node:path";
import { ledgerEntries } from "../harness/ledgerEntry.js";
import { appendLedger } from "../harness/ledgerFile.js";
import { writeText } from "../harness/recordFile.js";
import { verdictsMarkdown } from "../report/verdictsMarkdown.js";
import { execute, type ExecuteOptions } from "./execute.js";
import { modelFile } from "./modelUnderTest.js";
import { writeReportPage } from "./reportPage.js";
import { UsageError } from "./usageError.js";
import { writableFile } from "./writableFile.js";

/** Options of `simverdict verify`. */
export interface VerifyOptions extends ExecuteOptions {
  /** The ledger to append to. */
  readonly ledger?: string;
}

/**
 * `simverdict verify`: run theorems and their falsifiers, write `verdicts.json`, `REPORT.md` and `report.html`.
 *
 * @param patterns spec files as globs; the package's own theorems when empty
 * @param options the command's options
 * @returns the exit code
 * @throws UsageError if an option is malformed, nothing matches, or the model under test is not one; BadRecordFile if the folder cannot be written to
 */
export async function verify(patterns: readonly string[], options: VerifyOptions): Promise<number> {
  const model = modelFile(options.model, process.env);
  if (model !== undefined && options.ledger !== undefined) {
    throw new UsageError("--ledger adds up evidence about the references: leave it out with --model");
  }
  const ledger = options.ledger === undefined ? undefined : writableFile("--ledger", options.ledger);
  return execute(
    {
      mode: "verify",
      file: "verdicts.json",
      also: async (record, out) => {
        await writeText(join(out, "REPORT.md"), verdictsMarkdown(record));
        await writeReportPage(out, out, { verdicts: record });
        if (ledger !== undefined) await appendLedger(ledger, ledgerEntries(record));
      },
    },
    patterns,
    model === undefined ? options : { ...options, model },
  );
}
