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

theorem("harness/later", coin({ claims: { heads: { ...coin().claims.heads, from: "standard" } } }));

test("a theorem whose claims are all made from a larger tier on leaves no record", ({ task }) => {
  const registered = task.file.tasks.find(({ name }) => name === "harness/later")!;
  expect(registered.result?.state).toBe("pass");
  expect(registered.meta).not.toHaveProperty("simverdict");
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
