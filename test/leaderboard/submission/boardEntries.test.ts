import { expect, test, vi } from "vitest";
import { classificationError } from "../../../src/leaderboard/classificationError.js";
import { boardEntries } from "../../../src/leaderboard/submission/boardEntries.js";
import { taskCases } from "../../../src/leaderboard/task.js";
import { DEFAULT_SETTINGS } from "../../../src/harness/settings.js";
import { entryKey } from "../../../src/leaderboard/entryKey.js";
import type { EntryContext } from "../../../src/leaderboard/entry.js";
import { toyEntry, toyTask } from "../toyTask.js";

const contexts: EntryContext[] = [];
const copy = toyEntry("copy", ([x]) => x);
const definition = {
  task: toyTask,
  metrics: [classificationError] as const,
  entries: [{ ...copy, prepare: (context: EntryContext) => (contexts.push(context), copy.prepare(context)) }, toyEntry("contrary", ([x]) => 1 - x), toyEntry("bad", () => NaN)],
  cases: { smoke: 10 },
  clock: () => 0,
};
const cases = taskCases(toyTask, 10);

test("the chosen entries answer, with the keys of a bench; one that fails is named and left out", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const models = async (against: string | null, skip: string[]) => (await boardEntries(definition, DEFAULT_SETTINGS, cases, { against, skip })).map(({ model }) => model);
  expect(await models(null, [])).toEqual(["copy", "contrary"]);
  expect(log.mock.calls.flat()).toContain("toy/bit: bad failed, and is left out: case 0: a class must be an integer in [0, 2), got NaN");
  expect(await models("co", ["copy"])).toEqual(["contrary"]);
  expect(await models("nobody", [])).toEqual([]);
  log.mockRestore();
  expect(contexts[0].tier).toBe("smoke");
  expect(contexts[0].key.equals(entryKey(0, "toy/bit", "copy"))).toBe(true);
});
