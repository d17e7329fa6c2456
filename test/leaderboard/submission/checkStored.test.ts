import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkStored } from "../../../src/leaderboard/submission/checkStored.js";
import { sha256, writeSubmission } from "./files.js";

let [folder, sha] = ["", ""];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  writeSubmission(folder, { "a.npy": "content", "b.txt": "x".repeat(3_000_000) });
  sha = sha256(readFileSync(join(folder, "manifest.json")));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what was stored passes", () => expect(() => checkStored(folder, sha)).not.toThrow());

test.each(["a.npy", "b.txt", "manifest.json"])("a changed %s is a matter of integrity", (name) => {
  appendFileSync(join(folder, name), " ");
  expect(() => checkStored(folder, sha)).toThrow(expect.objectContaining({ integrity: true, message: expect.stringContaining("changed after it was stored") as string }) as Error);
});

test("a missing file is refused", () => {
  rmSync(join(folder, "a.npy"));
  expect(() => checkStored(folder, sha)).toThrow("ENOENT");
});
