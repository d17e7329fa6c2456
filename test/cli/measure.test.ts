import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casesOf, countText, failuresOf, wantedOf } from "../../src/cli/measure.js";
import { readRecords } from "../../src/leaderboard/gate/baseFolder.js";
import { runOf } from "../harness/records.js";
import { scoredTaskOf, scoresOf } from "../leaderboard/gate/scores.js";
import { FILES, type GateProject, gateProject } from "./gateProject.js";

let project: GateProject;
beforeAll(() => {
  project = gateProject();
});
afterAll(() => project.remove());

test("leaves the records of both kinds", async () => {
  const { code, stdout, stderr } = await project.run(["measure", ...FILES, "--cases", "50", "--reserved", "r7", "--out", "both"]);
  expect([code, stdout], stderr).toEqual([0, expect.stringMatching(/\n1 theorem, 1 task of 50 \+ 50 cases; records in both\n$/)]);
  expect(readdirSync(join(project.folder, "both")).sort()).toEqual(["scores.json", "verdicts.json"]);
  const { verdicts, scores } = await readRecords(join(project.folder, "both"));
  expect(verdicts?.theorems.map(({ id }) => id)).toEqual(["mean"]);
  expect(scores).toMatchObject({ cases: 50, reserved: "r7", tasks: [{ task: { id: "coin", version: 1 } }] });
});

test.each([
  [["--reserved", ""], 'reserved must be some text, got ""'],
  [["--cases", "x"], 'cases must be an integer from 1 to 10^6, got "x"'],
  [["--tier", "tiny"], 'tier must be one of smoke, standard, full, got "tiny"'],
  [["--jobs", "0"], 'jobs must be a positive integer, got "0"'],
  [["--only", "x"], 'only must be theorems or boards, got "x"'],
])("%j is refused before any work", async (words, why) => {
  const { code, stdout, stderr } = await project.run(["measure", ...words, "--out", "refused"]);
  expect([code, stdout, stderr]).toEqual([2, "", `simverdict: ${why}\n`]);
  expect(readdirSync(project.folder)).not.toContain("refused");
});

test("what options ask for", () => {
  expect([undefined, "theorems", "boards"].map(wantedOf)).toEqual([{ theorems: true, boards: true }, { theorems: true, boards: false }, { theorems: false, boards: true }]);
  expect(casesOf("12000")).toBe(12_000);
  for (const bad of ["0", "1.5", "", "1e7", "-1"]) expect(() => casesOf(bad)).toThrow(`cases must be an integer from 1 to 10^6, got "${bad}"`);
});

test("what a run holds, and what failed in it", () => {
  expect(countText({ verdicts: runOf(), scores: scoresOf([scoredTaskOf([]), scoredTaskOf([])]) })).toBe("1 theorem, 2 tasks of 4000 + 4000 cases");
  const failure = (file: string) => ({ file, message: "no" });
  expect(failuresOf({ verdicts: runOf({ failures: [failure("a")] }), scores: scoresOf([], { failures: [failure("b")] }) }).map(({ file }) => file)).toEqual(["a", "b"]);
  expect(failuresOf({ verdicts: null, scores: null })).toEqual([]);
});
