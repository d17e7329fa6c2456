import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stageFiles } from "../../../src/leaderboard/submission/stageFiles.js";
import { sha256, writeSubmission } from "./files.js";

let [folder, from, to]: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  [from, to] = [join(folder, "from"), join(folder, "to")];
  mkdirSync(to);
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the files and the manifest are copied, and nothing else", () => {
  const big = "x".repeat(3_000_000);
  const manifest = writeSubmission(from, { "a.npy": "content", "b.txt": big, "empty.txt": "" });
  writeFileSync(join(from, "unlisted.txt"), "private");
  expect(stageFiles(from, to)).toEqual({ manifest, sha: sha256(readFileSync(join(from, "manifest.json"))) });
  expect(readdirSync(to).sort()).toEqual(["a.npy", "b.txt", "empty.txt", "manifest.json"]);
  for (const name of readdirSync(to)) expect(sha256(readFileSync(join(to, name)))).toBe(sha256(readFileSync(join(from, name))));
});

test("a checksum that does not match is a matter of integrity", () => {
  writeSubmission(from, { "a.npy": "content" });
  writeFileSync(join(from, "a.npy"), "changed");
  expect(() => stageFiles(from, to)).toThrow(expect.objectContaining({ name: "BadSubmission", integrity: true, message: `a.npy has SHA-256 ${sha256("changed")}, its manifest says ${sha256("content")}` }) as Error);
});

test("a missing file, a link and a huge manifest are refused", () => {
  expect(() => stageFiles(from, to)).toThrow(/cannot read .*manifest\.json: ENOENT/);
  writeSubmission(from, { "a.npy": "content" });
  rmSync(join(from, "a.npy"));
  expect(() => stageFiles(from, to)).toThrow(/cannot read .*a\.npy: ENOENT/);
  symlinkSync("/etc/hostname", join(from, "a.npy"));
  expect(() => stageFiles(from, to)).toThrow("a.npy is a link; it must be a plain file");
  writeFileSync(join(from, "manifest.json"), " ".repeat(2_000_000));
  expect(() => stageFiles(from, to)).toThrow("manifest.json has 2000000 bytes");
});
