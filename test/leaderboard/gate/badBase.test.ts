import { expect, test } from "vitest";
import { BadBase } from "../../../src/leaderboard/gate/badBase.js";
import { Refusal } from "../../../src/leaderboard/refusal.js";

test("a refusal with a name of its own", () => {
  const error = new BadBase("changed", true);
  expect([error instanceof Refusal, error.name, error.message, error.integrity]).toEqual([true, "BadBase", "changed", true]);
});
