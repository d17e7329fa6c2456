import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeReportPage } from "../../src/cli/reportPage.js";
import { reportHtml } from "../../src/report/reportHtml.js";
import { runOf } from "../harness/records.js";
import { boardOf, leaderboardOf } from "../leaderboard/records.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const boards = leaderboardOf({ boards: [boardOf()] });

test("the page shows what lies in the folder", async () => {
  const from = join(folder, "from");
  mkdirSync(from);
  writeFileSync(join(from, "verdicts.json"), JSON.stringify(runOf()));
  writeFileSync(join(from, "leaderboard.json"), JSON.stringify(boards));
  const file = await writeReportPage(from, join(folder, "to"));
  expect(file).toBe(join(folder, "to", "report.html"));
  expect(readFileSync(file, "utf8")).toBe(reportHtml({ verdicts: runOf(), boards }));
});

test("a record at hand is shown in place of the folder's; one that cannot be read is left out, with a word", async () => {
  const from = join(folder, "cut");
  mkdirSync(from);
  writeFileSync(join(from, "verdicts.json"), "{");
  writeFileSync(join(from, "leaderboard.json"), JSON.stringify({ ...boards, schema: "simverdict/leaderboard@0" }));
  const page = readFileSync(await writeReportPage(from, from, { verdicts: runOf() }), "utf8");
  expect(page).toContain('id="verdicts"');
  expect(page).not.toContain('id="leaderboards"');
  expect(page).toMatch(/<p>Left out: .*leaderboard\.json is &quot;simverdict\/leaderboard@0&quot;, which this version does not read/);
  expect(page).not.toContain("is not complete JSON");
});

test("a folder that cannot be written to is an error that names it", async () => {
  await expect(writeReportPage(folder, join("/proc", "nowhere"))).rejects.toThrow(/cannot write \/proc\/nowhere\/report\.html/);
});
