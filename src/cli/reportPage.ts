import { existsSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { verdictsRecord } from "../harness/record.js";
import { readRecord, writeText } from "../harness/recordFile.js";
import { leaderboardRecord } from "../leaderboard/record.js";
import { type PicturesRecord, picturesRecord } from "../report/pictures/picturesRecord.js";
import { reportHtml, type ReportRecords } from "../report/reportHtml.js";
import { PACKAGE_ROOT } from "./packageRoot.js";

/** Pictures of rollouts that come with the package. */
const EXAMPLES = join(PACKAGE_ROOT, "docs", "epns-pictures.json");

/**
 * Write `report.html`: the records that lie in a folder, as one page.
 *
 * Where they are about EPNS and have no pictures of their own, the page shows the package's pictures of rollouts, and says
 * from which run these are. A record that is there but cannot be read is left out, and the page says so: it may be an old one, and what was just
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
  const recordIn = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    if (!existsSync(path)) return undefined;
    try {
      return await readRecord(path, schema);
    } catch (error) {
      notes.push(`Left out: ${(error as Error).message}.`);
      return undefined;
    }
  };
  const records = {
    verdicts: known.verdicts ?? (await recordIn(join(from, "verdicts.json"), verdictsRecord)),
    boards: known.boards ?? (await recordIn(join(from, "leaderboard.json"), leaderboardRecord)),
    pictures: known.pictures ?? (await recordIn(join(from, "pictures.json"), picturesRecord)),
  };
  const examples = known.examples ?? (records.pictures === undefined && isAboutEpns(records) ? rolloutsOf(await recordIn(EXAMPLES, picturesRecord)) : undefined);
  const file = join(to, "report.html");
  await writeText(file, reportHtml({ ...records, examples, notes }));
  return file;
}

function isAboutEpns({ verdicts, boards }: ReportRecords): boolean {
  const isTheorem = verdicts?.theorems.some(({ id }) => id.startsWith("epns/")) ?? false;
  return isTheorem || (boards?.boards.some(({ task }) => task.id.startsWith("stochastic-dynamics/")) ?? false);
}

/** Trajectories, lattices and fans, without the curves of scores, which are about that run only. */
const rolloutsOf = (record: PicturesRecord | undefined): PicturesRecord | undefined =>
  record && { ...record, pictures: record.pictures.filter(({ kind }) => kind !== "curves") };
