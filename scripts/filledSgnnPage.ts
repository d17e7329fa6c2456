import { readFileSync } from "node:fs";
import { verdictsRecord } from "../src/harness/record.js";
import { leaderboardRecord } from "../src/leaderboard/record.js";
import { errorRatios } from "../src/report/errorRatios.js";
import { ratioPlot } from "../src/report/ratioPlot.js";
import { recordPage } from "../src/report/recordPage.js";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../results/reference/${path}`, import.meta.url), "utf8"));

/** docs/sgnn.md and its picture as the reference records say: a test fails when they drift. */
export function filledSgnnPage(page: string): { readonly page: string; readonly plot: string } {
  const records = { verdicts: verdictsRecord.parse(read("verdicts.json")), boards: leaderboardRecord.parse(read("leaderboard.json")) };
  return { page: recordPage(page, records), plot: ratioPlot(errorRatios(records.boards, "model-selection")) };
}
