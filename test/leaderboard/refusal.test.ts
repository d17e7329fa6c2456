import { expect, test } from "vitest";
import { Refusal } from "../../src/leaderboard/refusal.js";

test("a refusal has its line, and is no matter of integrity unless it says so", () => {
  expect(new Refusal("no")).toMatchObject({ name: "Refusal", message: "no", integrity: false });
  expect(new Refusal("no", true).integrity).toBe(true);
});
