import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verdictsRecord } from "../../src/harness/record.js";
import { BadRecordFile, ensureWritable, readRecord, writeRecord, writeText } from "../../src/harness/recordFile.js";
import { runOf } from "./records.js";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "simverdict-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (...names: string[]): string => join(folder, ...names);

/** The message of a BadRecordFile, which must be one line. */
async function complaint(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(BadRecordFile);
    expect((error as Error).message).not.toContain("\n");
    return (error as Error).message;
  }
  return "none";
}

describe("writing", () => {
  test("and reading give the record back, in a folder that is made on the way", async () => {
    await writeRecord(path("a", "b", "verdicts.json"), verdictsRecord, runOf());
    expect(await readRecord(path("a", "b", "verdicts.json"), verdictsRecord)).toEqual(runOf());
    expect(readFileSync(path("a", "b", "verdicts.json"), "utf8")).toMatch(/^\{\n {2}"schema".*\}\n$/s);
  });

  test("a malformed record leaves the existing file as it was", async () => {
    await writeRecord(path("verdicts.json"), verdictsRecord, runOf());
    const bad = { ...runOf(), run: { ...runOf().run, alpha: NaN } };
    await expect(writeRecord(path("verdicts.json"), verdictsRecord, bad)).rejects.toThrow();
    expect(await readRecord(path("verdicts.json"), verdictsRecord)).toEqual(runOf());
    expect(readdirSync(folder)).toEqual(["verdicts.json"]);
  });

  test("that fails leaves neither a part nor a temporary file", async () => {
    mkdirSync(path("verdicts.json"));
    const message = await complaint(() => writeRecord(path("verdicts.json"), verdictsRecord, runOf()));
    expect(message).toMatch(/^cannot write .*verdicts\.json: /);
    expect(readdirSync(folder)).toEqual(["verdicts.json"]);
    expect(readdirSync(path("verdicts.json"))).toEqual([]);
  });

  test("below a file says which file", async () => {
    writeFileSync(path("file"), "");
    expect(await complaint(() => writeText(path("file", "x", "R.md"), "text"))).toMatch(/^cannot write .*R\.md: (ENOTDIR|EEXIST)/);
  });

  test("two at once leave one of them whole", async () => {
    const runs = Array.from({ length: 8 }, (_, seed) => ({ ...runOf(), run: { ...runOf().run, seed } }));
    await Promise.all(runs.map((run) => writeRecord(path("verdicts.json"), verdictsRecord, run)));
    expect(runs).toContainEqual(await readRecord(path("verdicts.json"), verdictsRecord));
    expect(readdirSync(folder)).toEqual(["verdicts.json"]);
  });
});

describe("reading says in one line what is wrong with", () => {
  const reading = (text: string): Promise<string> => {
    writeFileSync(path("verdicts.json"), text);
    return complaint(() => readRecord(path("verdicts.json"), verdictsRecord));
  };

  test("a missing file", async () => {
    expect(await complaint(() => readRecord(path("none.json"), verdictsRecord))).toMatch(/^there is no .*none\.json: make it with simverdict verify or bench, or name another$/);
  });

  test("a folder in place of a file", async () => {
    expect(await complaint(() => readRecord(folder, verdictsRecord))).toMatch(/^cannot read .*: EISDIR/);
  });

  test("a truncated file, wherever it was cut", async () => {
    const text = JSON.stringify(runOf());
    for (const length of [0, 1, 10, 100, text.length - 1]) {
      expect(await reading(text.slice(0, length))).toMatch(/verdicts\.json is not complete JSON \(.*\): make it again$/);
    }
  });

  test("another schema version", async () => {
    expect(await reading(JSON.stringify({ ...runOf(), schema: "simverdict/verdicts@2" }))).toMatch(
      /verdicts\.json is "simverdict\/verdicts@2", which this version does not read: run again, or install the version that wrote it$/,
    );
  });

  test("a malformed field, with its place", async () => {
    expect(await reading(JSON.stringify({ ...runOf(), theorems: [{}] }))).toMatch(/not a valid record: theorems\.0\.id: /);
    expect(await reading("[]")).toMatch(/not a valid record: /);
    expect(await reading("null")).toMatch(/not a valid record: /);
  });
});

describe("a folder", () => {
  test("is made where it can be", () => {
    ensureWritable(path("a", "b"));
    expect(existsSync(path("a", "b"))).toBe(true);
  });

  test("below a file is refused with the way out", async () => {
    writeFileSync(path("file"), "");
    for (const bad of [path("file"), path("file", "out")]) {
      expect(await complaint(() => ensureWritable(bad))).toMatch(/^cannot write to the folder .*: choose another with --out$/);
    }
  });
});
