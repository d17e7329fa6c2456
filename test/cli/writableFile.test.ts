import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UsageError } from "../../src/cli/usageError.js";
import { writableFile } from "../../src/cli/writableFile.js";
import { BadRecordFile } from "../../src/harness/recordFile.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  writeFileSync(join(folder, "file"), "mine");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a file that is there, and one whose folder is made for it; neither is written yet", () => {
  expect(writableFile("--junit", join(folder, "file"))).toBe(join(folder, "file"));
  expect(writableFile("--junit", join(folder, "a", "b", "file"))).toBe(join(folder, "a", "b", "file"));
  expect([existsSync(join(folder, "a", "b")), existsSync(join(folder, "a", "b", "file"))]).toEqual([true, false]);
});

test("a folder, an empty name and a file below a file are refused", () => {
  expect(() => writableFile("--junit", folder)).toThrow(new UsageError(`--junit must be a file, got the folder ${folder}`));
  expect(() => writableFile("--junit", " ")).toThrow(new UsageError("--junit must be a file, got an empty name"));
  expect(() => writableFile("--junit", join(folder, "file", "x"))).toThrow(BadRecordFile);
});
