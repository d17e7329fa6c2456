import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeReportPage } from "../../src/cli/reportPage.js";
import { picturesRecord } from "../../src/report/pictures/picturesRecord.js";
import { reportHtml } from "../../src/report/reportHtml.js";
import { runOf, theoremOf } from "../harness/records.js";
import { boardOf, leaderboardOf } from "../leaderboard/records.js";
import { curves } from "../report/pictures/pictureOf.js";

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

test("records about EPNS without pictures of their own are shown with the package's, of rollouts only", async () => {
  const docs = join(import.meta.dirname, "../../docs/epns-pictures.json");
  const { run, pictures, ...format } = picturesRecord.parse(JSON.parse(readFileSync(docs, "utf8")));
  const examples = { ...format, run, pictures: pictures.filter(({ kind }) => kind !== "curves") };
  expect(new Set(examples.pictures.map(({ kind }) => kind))).toEqual(new Set(["trajectories", "lattices", "fans"]));
  const verdicts = runOf({ theorems: [theoremOf({ id: "epns/simulation-quality/celestial" })] });
  const dynamics = leaderboardOf({ boards: [boardOf({ task: { id: "stochastic-dynamics/mine", version: 1, hash: "0" } })] });
  const from = join(folder, "epns");
  mkdirSync(from);
  for (const known of [{ verdicts }, { boards: dynamics }]) {
    expect(readFileSync(await writeReportPage(from, from, known), "utf8")).toBe(reportHtml({ ...known, examples }));
  }
  const own = { ...format, run, pictures: [curves({ id: "own" })] };
  expect(readFileSync(await writeReportPage(from, from, { verdicts, pictures: own }), "utf8")).toBe(reportHtml({ verdicts, pictures: own }));
});

test("a folder that cannot be written to is an error that names it", async () => {
  await expect(writeReportPage(folder, join("/proc", "nowhere"))).rejects.toThrow(/cannot write \/proc\/nowhere\/report\.html/);
});
