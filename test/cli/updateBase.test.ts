import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FILES, type GateProject, gateProject } from "./gateProject.js";

const [THEOREMS, BOARDS] = FILES;
let project: GateProject;
const update = (...words: string[]) => project.run(["gate", "--update-base", "--cases", "200", ...words]);
beforeAll(async () => {
  project = gateProject();
  const { code, stdout, stderr } = await update(BOARDS, "--base", "base", "--reason", "first");
  expect([code, stdout], stderr).toEqual([0, expect.stringMatching(/\n1 task of 200 \+ 200 cases; base in base\n$/)]);
}, 60_000);
afterAll(() => project.remove());

const log = (): string[] => project.read("base/base-log.jsonl").trim().split("\n").map((line) => (JSON.parse(line) as { reason: string }).reason);

test("each base has reserved cases of its own, and each update leaves its reason", async () => {
  const reserved = () => (JSON.parse(project.read("base/scores.json")) as { reserved: string }).reserved;
  const before = reserved();
  expect((await update(BOARDS, "--base", "base", "--reason", "a better net")).code).toBe(0);
  expect([log(), reserved() === before]).toEqual([["first", "a better net"], false]);
});

test("existing records can be made the base", async () => {
  cpSync(join(project.folder, "base"), join(project.folder, "records"), { recursive: true });
  expect((await update("--base", "other", "--records", "records", "--reason", "from elsewhere")).code).toBe(0);
  expect(readdirSync(join(project.folder, "other")).sort()).toEqual(["base-log.jsonl", "base.json", "scores.json"]);
  expect(project.read("other/scores.json")).toBe(project.read("records/scores.json"));
});

test("a base is not made of what fails, nor without all of the old one, nor without a reason", async () => {
  const before = project.read("base/base.json");
  writeFileSync(join(project.folder, "boards", "broken.board.ts"), 'throw new Error("no data");\n');
  const refused = await Promise.all([
    update(BOARDS, "--base", "base", "--reason", "x"),
    update(THEOREMS, "--base", "base", "--reason", "x"),
    update(BOARDS, "--base", "base", "--reason", "x", "--filter", "mean"),
    update(BOARDS, "--base", "new"),
    update(BOARDS, "--base", "new", "--reason", " "),
    update(BOARDS, "--base", "new", "--reason", "x", "--only", "nets"),
  ]);
  const why = 'simverdict: --update-base needs --reason "…": it is kept beside the base\n';
  expect(refused.map(({ code, stderr }) => [code, stderr])).toEqual([
    [1, expect.stringMatching(/^simverdict: boards\/broken\.board\.ts: no data .*\nsimverdict: the base was left as it is\n$/)],
    [2, "simverdict: the base has scores.json and the new records have not: name the files of both theorems and boards\n"],
    [2, "simverdict: --filter and --only would drop the rest of the base: update all of it\n"],
    [2, why],
    [2, why],
    [2, 'simverdict: only must be theorems or boards, got "nets"\n'],
  ]);
  expect([project.read("base/base.json"), existsSync(join(project.folder, "new"))]).toEqual([before, false]);
});
