import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { taskCases } from "../../src/leaderboard/task.js";
import { toyTask } from "../leaderboard/toyTask.js";
import { simverdict } from "./simverdict.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (task: string, ...words: string[]) => simverdict(["export", task, "--boards", "boards/bits.board.ts", "--tier", "smoke", "--out", join(folder, "out"), ...words]);

test("a folder with the task, its inputs and a training set, and nothing beside it", async () => {
  const { code, stdout } = await run("bits/one", "--training", "20");
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^bits\/one in .*out\n$/)]);
  expect(readdirSync(folder)).toEqual(["out"]);
  expect(readdirSync(join(folder, "out")).sort()).toEqual(["inputs.jsonl", "inputs.npy", "task.json", "training.jsonl", "training.npz"]);
  const [first] = readFileSync(join(folder, "out", "inputs.jsonl"), "utf8").split("\n");
  expect(JSON.parse(first)).toEqual({ case: 0, x: taskCases({ ...toyTask, id: "bits/one" }, 1)[0].x });
  const again = await run("bits/one");
  expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/^simverdict: .*out exists already: remove it, or choose another with --out\n$/)]);
});

test("--json says where it is", async () => {
  const { code, stdout } = await run("bits/two", "--json");
  expect([code, JSON.parse(stdout)]).toEqual([0, { folder: join(folder, "out") }]);
});

test.each([
  [["bits/three"], 'there is no task "bits/three"; there are bits/one, bits/two'],
  [["../bits"], "a task is named as on its board"],
  [["bits/one", "--training", "-1"], 'training must be an integer from 0 to 10^7, got "-1"'],
  [["bits/one", "--training", "many"], 'got "many"'],
  [["bits/one", "--tier", "tiny"], "tier must be one of"],
])("%j: exit 2, one line, nothing left", async ([task, ...words], why) => {
  const { code, stderr } = await run(task, ...words);
  expect([code, stderr.match(/^simverdict: [^\n]*\n/gm)?.length]).toEqual([2, 1]);
  expect(stderr).toContain(why);
  expect(readdirSync(folder)).toEqual([]);
});
