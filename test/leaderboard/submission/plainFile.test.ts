import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withPlainFile } from "../../../src/leaderboard/submission/plainFile.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  writeFileSync(join(folder, "plain"), "abc");
  symlinkSync("/etc/passwd", join(folder, "link"));
  mkdirSync(join(folder, "folder"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a plain file is opened with its size, and closed", () => {
  let open = -1;
  expect(withPlainFile(join(folder, "plain"), "plain", (file, size) => [readFileSync((open = file), "utf8"), size])).toEqual(["abc", 3]);
  expect(() => readFileSync(open)).toThrow("EBADF");
});

test.each([
  ["link", "link is a link; it must be a plain file"],
  ["folder", "folder is not a plain file"],
  ["pipe", "pipe is not a plain file"],
  ["missing", "ENOENT"],
])("a %s is refused without being read", (name, why) => {
  expect(() => withPlainFile(join(folder, name), name, () => 0)).toThrow(why);
});
