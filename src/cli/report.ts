import { join, relative, resolve } from "node:path";
import { verdictsRecord } from "../harness/record.js";
import { ensureWritable, readRecord, writeText } from "../harness/recordFile.js";
import { verdictsMarkdown } from "../report/verdictsMarkdown.js";
import { EXIT } from "./exitCode.js";

/** Options of `simverdict report`. */
export interface ReportOptions {
  readonly from: string;
  readonly out?: string;
}

/**
 * `simverdict report`: write a record as Markdown, on standard output or to a folder.
 *
 * @param options the record, and the folder if any
 * @returns the exit code
 * @throws BadRecordFile if the record cannot be read or the report not written
 */
export async function report({ from, out }: ReportOptions): Promise<number> {
  const markdown = verdictsMarkdown(await readRecord(resolve(from), verdictsRecord));
  if (out === undefined) {
    process.stdout.write(markdown);
    return EXIT.ok;
  }
  ensureWritable(resolve(out));
  const file = join(resolve(out), "REPORT.md");
  await writeText(file, markdown);
  process.stdout.write(`report in ${relative(process.cwd(), file)}\n`);
  return EXIT.ok;
}
