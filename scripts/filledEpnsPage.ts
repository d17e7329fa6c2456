import { existsSync, readFileSync } from "node:fs";
import { verdictsRecord } from "../src/harness/record.js";
import { leaderboardRecord } from "../src/leaderboard/record.js";
import { drawPicture } from "../src/report/pictures/drawPicture.js";
import { dynamicsCurves } from "../src/report/pictures/dynamicsCurves.js";
import { picturesRecord } from "../src/report/pictures/picturesRecord.js";
import { recordPage } from "../src/report/recordPage.js";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));

/** docs/epns.md and its pictures, by file name, as the records say: a test fails when they drift. */
export function filledEpnsPage(page: string): { readonly page: string; readonly pictures: Readonly<Record<string, string>> } {
  const path = "docs/epns-pictures.json";
  const record = existsSync(new URL(`../${path}`, import.meta.url)) ? picturesRecord.parse(read(path)) : undefined;
  const boards = leaderboardRecord.parse(read("results/reference/leaderboard.json"));
  // of the boards' curves, those that the page has a place for
  const curves = dynamicsCurves(boards).filter(({ id }) => page.includes(`<!-- picture: ${id} -->`));
  const verdicts = verdictsRecord.parse(read("results/reference/verdicts.json"));
  const duels = leaderboardRecord.parse(read("results/reference/duel/leaderboard.json"));
  const records = { verdicts, boards, duels, curves, ...(record !== undefined && { pictures: record }) };
  const pictures = [...(record?.pictures ?? []), ...curves].map((picture) => [`${picture.id}.svg`, drawPicture(picture)]);
  return { page: recordPage(page, records), pictures: Object.fromEntries(pictures) as Record<string, string> };
}
