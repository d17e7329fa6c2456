import { expect, test } from "vitest";
import { nothingFound } from "../../src/cli/nothingFound.js";
import type { SpecOptions } from "../../src/cli/runOptions.js";

const options: SpecOptions = { seed: "0", tier: "smoke", alpha: "1e-5", jobs: "1" };
const said = (files: number, ids: string[], patterns: string[], filter?: string): string => {
  const found = { theorems: [], listings: [], boards: [], badCheckpoint: false, notes: [], failures: [], ids, files };
  return nothingFound(found, patterns, filter === undefined ? options : { ...options, filter }).message;
};

test("no file: the patterns are named", () => {
  expect(said(0, [], ["a/*.ts", "b.ts"])).toBe('no spec file matches "a/*.ts" "b.ts"');
});

test("no theorem in the files", () => {
  expect(said(1, [], ["a.ts"])).toBe("the spec files hold nothing to check: zero claims checked");
  expect(said(1, ["a plain test"], ["a.ts"])).toBe("the spec files hold nothing to check: zero claims checked");
});

test("no theorem matches: some that would are named", () => {
  expect(said(1, ["a", "b"], [], "z")).toBe('nothing matches --filter "z"; there are a, b');
  expect(said(1, [..."abcdef"], [], "z")).toContain("there are a, b, c, d, …");
});
