import { expect, test } from "vitest";
import { InvalidDefinition } from "../../src/harness/definition.js";
import { theoremRecord } from "../../src/harness/record.js";
import { InvalidSettings } from "../../src/harness/settings.js";
import { theorem } from "../../src/harness/theorem.js";
import { coin } from "./coin.js";

theorem("harness/theorem", coin());

test("a theorem is a vitest test whose record travels in its meta data", ({ task }) => {
  const [registered] = task.file.tasks;
  expect(registered.name).toBe("harness/theorem");
  const { record } = (registered.meta).simverdict as { record: unknown };
  expect(theoremRecord.parse(record)).toMatchObject({
    id: "harness/theorem",
    verdict: "upheld",
    specHash: "", // the run that collects the record adds it
    replay: expect.stringContaining("--filter 'harness/theorem$'") as string,
  });
});

test("a contradictory definition fails where it is written", () => {
  expect(() => theorem("harness/unsound", coin({ falsifiers: {} }))).toThrow(InvalidDefinition);
});

test("a malformed setting in the environment fails at load", () => {
  process.env.SIMVERDICT_ALPHA = "2";
  try {
    expect(() => theorem("harness/unset", coin())).toThrow(InvalidSettings);
  } finally {
    delete process.env.SIMVERDICT_ALPHA;
  }
});
