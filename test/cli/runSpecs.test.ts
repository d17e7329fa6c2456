import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type VerdictsRecord, verdictsRecord } from "../../src/harness/record.js";
import { type Ended, simverdict, SPECS } from "./simverdict.js";

let out: string;
let ended: Ended;
let record: VerdictsRecord;
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "simverdict-"));
  ended = await simverdict(["verify", "load/*.theorem.ts", "undecided.theorem.ts", "--out", out]);
  record = verdictsRecord.parse(JSON.parse(readFileSync(join(out, "verdicts.json"), "utf8")));
}, 60_000);
afterAll(() => rmSync(out, { recursive: true }));

test("a spec that does not load fails the run, and the others are still judged", () => {
  expect(ended.code).toBe(1);
  expect(record.theorems.map(({ id, verdict }) => [id, verdict])).toContainEqual(["cli/undecided", "inconclusive"]);
});

test.each([
  ["no-falsifier", /^theorem "cli\/load\/no-falsifier" has no falsifier: give it at least one world in which a claim must be refuted \(load\/no-falsifier\.theorem\.ts:4:1\)$/],
  ["throws", /^no fixture: run it again \(load\/throws\.theorem\.ts:1:7\)$/],
  ["empty", /^it registers nothing: call theorem\(…\) or leaderboard\(…\) in it$/],
  ["skipped", /^cli\/load\/skipped was skipped: nothing is known of it$/],
  ["killed", /^its worker process died in cli\/load\/killed$/],
  ["late", /^nobody waited for this( \(load\/late\.theorem\.ts:\d+:\d+\))?$/],
])("load/%s is named with its reason, in one line", (name, reason) => {
  const file = `load/${name}.theorem.ts`;
  const failures = record.failures.filter((failure) => failure.file === file);
  expect(failures).toHaveLength(1);
  expect(failures[0].message).toMatch(reason);
  expect(ended.stdout).toContain(`\nfailed: ${file}: ${failures[0].message}\n`);
});

test("nothing else failed, and the files are counted", () => {
  expect(record.failures).toHaveLength(6);
  expect(ended.stdout).toContain("; 6 spec files failed\n");
});

/** Vite puts what it transforms behind names of its own; then no call from file to file is compiled in line. */
test("specs, in whatever folder, call the build as it is", async () => {
  const folder = join(out, "dist", "specs");
  mkdirSync(folder, { recursive: true });
  cpSync(join(SPECS, "coin.ts"), join(folder, "coin.ts"));
  writeFileSync(
    join(folder, "build.theorem.ts"),
    `import { theorem } from "simverdict";
import { coin } from "./coin.js";
if (/__vi/.test(String(theorem)) || !/__vi/.test(String(() => coin))) throw new Error(String(theorem));
theorem("build", coin);
`,
  );
  const { code, stdout } = await simverdict(["verify", "*.theorem.ts", "--out", join(out, "built")], { cwd: folder });
  expect([code, stdout]).toEqual([0, expect.stringContaining("1 theorem: 1 upheld")]);
}, 60_000);
