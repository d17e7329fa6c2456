import { expect, test } from "vitest";
import { BadSubmission } from "../../../src/leaderboard/submission/badSubmission.js";

test("a refusal has its line, and is no matter of integrity unless it says so", () => {
  expect(new BadSubmission("no")).toMatchObject({ name: "BadSubmission", message: "no", integrity: false });
  expect(new BadSubmission("no", true).integrity).toBe(true);
});
