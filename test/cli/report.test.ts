import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawPicture } from "../../src/report/pictures/drawPicture.js";
import type { PicturesRecord } from "../../src/report/pictures/picturesRecord.js";
import { reportHtml } from "../../src/report/reportHtml.js";
import { verdictsMarkdown } from "../../src/report/verdictsMarkdown.js";
import { runOf } from "../harness/records.js";
import { fans } from "../report/pictures/pictureOf.js";
import { simverdict } from "./simverdict.js";

const pictures: PicturesRecord = { schema: "simverdict/pictures@1", run: { seed: 0, version: "0.1.0", backend: null, command: "c" }, pictures: [fans()] };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  mkdirSync(join(folder, "results", "latest"), { recursive: true });
  writeFileSync(join(folder, "results", "latest", "verdicts.json"), JSON.stringify(runOf()));
  writeFileSync(join(folder, "pictures.json"), JSON.stringify(pictures));
  writeFileSync(join(folder, "cut.json"), JSON.stringify(runOf()).slice(0, 500));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.concurrent("the latest record as Markdown, on standard output", async () => {
  expect(await simverdict(["report"], { cwd: folder })).toEqual({ code: 0, stdout: verdictsMarkdown(runOf()), stderr: "" });
});

test.concurrent("or in a folder", async () => {
  const { code, stdout } = await simverdict(["report", "--out", "there"], { cwd: folder });
  expect([code, stdout]).toEqual([0, "report in there/REPORT.md and there/report.html\n"]);
  expect(readFileSync(join(folder, "there", "REPORT.md"), "utf8")).toBe(verdictsMarkdown(runOf()));
  expect(readFileSync(join(folder, "there", "report.html"), "utf8")).toBe(reportHtml({ verdicts: runOf() }));
});

test.concurrent("with pictures, each as a file and all on the page", async () => {
  const { code, stderr } = await simverdict(["report", "--out", "drawn", "--pictures", "pictures.json"], { cwd: folder });
  expect([code, stderr]).toEqual([0, ""]);
  expect(readFileSync(join(folder, "drawn", "it.svg"), "utf8")).toBe(drawPicture(fans()));
  expect(readFileSync(join(folder, "drawn", "report.html"), "utf8")).toBe(reportHtml({ verdicts: runOf(), pictures }));
});

test.concurrent("pictures without a folder, or that are none: exit 2, one line", async () => {
  const homeless = await simverdict(["report", "--pictures", "pictures.json"], { cwd: folder });
  expect([homeless.code, homeless.stdout]).toEqual([2, ""]);
  expect(homeless.stderr).toMatch(/^simverdict: --pictures needs --out, the folder to draw them into\n/);
  const other = await simverdict(["report", "--out", "other", "--pictures", "results/latest/verdicts.json"], { cwd: folder });
  expect(other.code).toBe(2);
  expect(other.stderr).toMatch(/^simverdict: .*verdicts\.json is "simverdict\/verdicts@1", which this version does not read[^\n]*\n$/);
});

test.concurrent("a truncated record: exit 2, one line, no report", async () => {
  const { code, stdout, stderr } = await simverdict(["report", "--from", "cut.json"], { cwd: folder });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^simverdict: .*cut\.json is not complete JSON \([^\n]*\): make it again\n$/);
});
