import { existsSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { verdictsRecord } from "../harness/record.js";
import { readRecord, writeText } from "../harness/recordFile.js";
import { leaderboardRecord } from "../leaderboard/record.js";
import { picturesRecord } from "../report/pictures/picturesRecord.js";
import { reportHtml, type ReportRecords } from "../report/reportHtml.js";

/**
 * Write `report.html`: the records that lie in a folder, as one page.
 *
 * A record that is there but cannot be read is left out, and the page says so: it may be an old one, and what was just
 * measured is not to be lost for it.
 *
 * @param from the folder of `verdicts.json`, `leaderboard.json` and `pictures.json`, each of which may be missing
 * @param to the folder to write to
 * @param known records that are shown in place of the folder's
 * @returns the file
 * @throws BadRecordFile if the page cannot be written
 */
export async function writeReportPage(from: string, to: string, known: Omit<ReportRecords, "notes"> = {}): Promise<string> {
  const notes: string[] = [];
  const beside = async <T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    const path = join(from, file);
    if (!existsSync(path)) return undefined;
    try {
      return await readRecord(path, schema);
    } catch (error) {
      notes.push(`Left out: ${(error as Error).message}.`);
      return undefined;
    }
  };
  const records = {
    verdicts: known.verdicts ?? (await beside("verdicts.json", verdictsRecord)),
    boards: known.boards ?? (await beside("leaderboard.json", leaderboardRecord)),
    pictures: known.pictures ?? (await beside("pictures.json", picturesRecord)),
  };
  const file = join(to, "report.html");
  await writeText(file, reportHtml({ ...records, notes }));
  return file;
}
