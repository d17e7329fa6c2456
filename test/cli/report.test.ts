import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verdictsMarkdown } from "../../src/report/verdictsMarkdown.js";
import { runOf } from "../harness/records.js";
import { simverdict } from "./simverdict.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  mkdirSync(join(folder, "results", "latest"), { recursive: true });
  writeFileSync(join(folder, "results", "latest", "verdicts.json"), JSON.stringify(runOf()));
  writeFileSync(join(folder, "cut.json"), JSON.stringify(runOf()).slice(0, 500));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.concurrent("the latest record as Markdown, on standard output", async () => {
  expect(await simverdict(["report"], { cwd: folder })).toEqual({ code: 0, stdout: verdictsMarkdown(runOf()), stderr: "" });
});

test.concurrent("or in a folder", async () => {
  const { code, stdout } = await simverdict(["report", "--out", "there"], { cwd: folder });
  expect([code, stdout]).toEqual([0, "report in there/REPORT.md\n"]);
  expect(readFileSync(join(folder, "there", "REPORT.md"), "utf8")).toBe(verdictsMarkdown(runOf()));
});

test.concurrent("a truncated record: exit 2, one line, no report", async () => {
  const { code, stdout, stderr } = await simverdict(["report", "--from", "cut.json"], { cwd: folder });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^simverdict: .*cut\.json is not complete JSON \([^\n]*\): make it again\n$/);
});
