import { expect, test } from "vitest";
import { measureBoards } from "../../src/cli/measureBoards.js";
import { openTerminal } from "../../src/cli/terminal.js";
import { inSpecs } from "./inSpecs.js";

inSpecs();

const measure = (files: readonly string[], filter?: RegExp) =>
  measureBoards(files.map((name) => `boards/${name}.board.ts`), { seed: "5", tier: "smoke", jobs: "1" }, { cases: 30, reserved: "r" }, openTerminal(process.stderr), filter);

test("the tasks in the order of their ids, each with its boards; a file that fails is named", async () => {
  const { run, cases, reserved, tasks, failures } = await measure(["refused", "sound", "bits"], /^(?!bits\/two)/);
  expect([run.seed, run.tier, run.backend, cases, reserved]).toEqual([5, "smoke", null, 30, "r"]);
  expect(tasks.map(({ task, boards }) => [task.id, boards.map(({ metric, rows }) => [metric.id, rows.length])])).toEqual([
    ["bits/one", [["error", 3], ["brier", 3]]],
    ["sound", [["regret", 2]]],
  ]);
  expect(failures).toEqual([{ file: "boards/refused.board.ts", message: expect.stringContaining("has no entry") as string }]);
});

test("where nothing is found, it is said", async () => {
  await expect(measure(["none"])).rejects.toThrow('no spec file matches "boards/none.board.ts"');
});
