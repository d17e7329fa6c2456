import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendLedger, readLedger } from "../../src/harness/ledgerFile.js";
import { BadRecordFile } from "../../src/harness/recordFile.js";
import { entryOf } from "./ledgers.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);
const seeds = (...numbers: number[]) => numbers.map((seed) => entryOf({ seed }));

test("what is appended is read back, in order", async () => {
  await appendLedger(path("a"), seeds(0, 1));
  await appendLedger(path("a"), []);
  await appendLedger(path("a"), seeds(2));
  expect(await readLedger(path("a"))).toEqual({ entries: seeds(0, 1, 2), problems: [] });
});

test("a truncated last line is reported and kept, and does not swallow the next run", async () => {
  await appendLedger(path("cut"), seeds(0, 1));
  truncateSync(path("cut"), readFileSync(path("cut")).length - 20);
  const before = readFileSync(path("cut"), "utf8");
  expect(await readLedger(path("cut"))).toEqual({ entries: seeds(0), problems: [{ line: 2, message: "not complete JSON" }] });
  await appendLedger(path("cut"), seeds(2));
  expect(await readLedger(path("cut"))).toEqual({ entries: seeds(0, 2), problems: [{ line: 2, message: "not complete JSON" }] });
  expect(readFileSync(path("cut"), "utf8").startsWith(`${before}\n`)).toBe(true);
});

test("malformed lines are reported with their numbers, empty ones passed over", async () => {
  const [first, second] = seeds(0, 1).map((entry) => JSON.stringify(entry));
  writeFileSync(path("mixed"), [first, "", "{}", "\u0000\u00ff", second.replace('"seed":1', '"seed":1e999'), `${second}\r`, "null"].join("\n"));
  const { entries, problems } = await readLedger(path("mixed"));
  expect(entries).toEqual(seeds(0, 1));
  expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 7]);
  expect(problems[2].message).toMatch(/^seed: /);
});

test("many appends at the same time lose and mix nothing", async () => {
  await Promise.all(Array.from({ length: 40 }, (_, i) => appendLedger(path("many"), seeds(2 * i, 2 * i + 1))));
  const { entries, problems } = await readLedger(path("many"));
  expect(problems).toEqual([]);
  expect(entries.map(({ seed }) => seed).sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, i) => i));
  entries.forEach(({ seed }, i) => i % 2 === 1 && expect(seed).toBe(entries[i - 1].seed + 1));
});

test("what is there is never rewritten", async () => {
  appendFileSync(path("foreign"), "somebody's note\n");
  await appendLedger(path("foreign"), seeds(0));
  expect(readFileSync(path("foreign"), "utf8")).toMatch(/^somebody's note\n\{/);
});

test("a missing ledger, and a folder in its place: one line", async () => {
  await expect(readLedger(path("none"))).rejects.toThrow(`there is no ledger ${path("none")}: make it with simverdict verify --ledger`);
  await expect(readLedger(folder)).rejects.toThrow(BadRecordFile);
  await expect(appendLedger(folder, seeds(0))).rejects.toThrow(/^cannot append to the ledger [^\n]*$/);
});
