import { dirname, join, relative, resolve } from "node:path";
import { verdictsRecord } from "../harness/record.js";
import { ensureWritable, readRecord, writeText } from "../harness/recordFile.js";
import { drawPicture } from "../report/pictures/drawPicture.js";
import { picturesRecord } from "../report/pictures/picturesRecord.js";
import { verdictsMarkdown } from "../report/verdictsMarkdown.js";
import { EXIT } from "./exitCode.js";
import { writeReportPage } from "./reportPage.js";
import { UsageError } from "./usageError.js";

/** Options of `simverdict report`. */
export interface ReportOptions {
  readonly from: string;
  readonly out?: string;
  /** A record of pictures, to be drawn into the folder and into the page. */
  readonly pictures?: string;
}

/**
 * `simverdict report`: write a record as Markdown, on standard output or to a folder; there with the page `report.html`
 * of all records that lie beside it, and each picture as SVG.
 *
 * @param options the record, the folder if any, and pictures if any
 * @returns the exit code
 * @throws UsageError if there are pictures and no folder; BadRecordFile if a record cannot be read or the report not written
 */
export async function report({ from, out, pictures }: ReportOptions): Promise<number> {
  if (pictures !== undefined && out === undefined) throw new UsageError("--pictures needs --out, the folder to draw them into");
  const verdicts = await readRecord(resolve(from), verdictsRecord);
  const drawn = pictures === undefined ? undefined : await readRecord(resolve(pictures), picturesRecord);
  const markdown = verdictsMarkdown(verdicts);
  if (out === undefined) {
    process.stdout.write(markdown);
    return EXIT.ok;
  }
  const folder = resolve(out);
  ensureWritable(folder);
  const file = join(folder, "REPORT.md");
  await writeText(file, markdown);
  for (const picture of drawn?.pictures ?? []) await writeText(join(folder, `${picture.id}.svg`), drawPicture(picture));
  const page = await writeReportPage(dirname(resolve(from)), folder, { verdicts, pictures: drawn });
  process.stdout.write(`report in ${relative(process.cwd(), file)} and ${relative(process.cwd(), page)}\n`);
  return EXIT.ok;
}
