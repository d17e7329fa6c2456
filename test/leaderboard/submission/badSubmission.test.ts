import { expect, test } from "vitest";
import { BadSubmission } from "../../../src/leaderboard/submission/badSubmission.js";
import { Refusal } from "../../../src/leaderboard/refusal.js";

test("a refusal with a name of its own", () => {
  const error = new BadSubmission("no");
  expect([error instanceof Refusal, error.name, error.message, error.integrity]).toEqual([true, "BadSubmission", "no", false]);
});
