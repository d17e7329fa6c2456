import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LeaderboardRecord, leaderboardRecord } from "../../src/leaderboard/record.js";
import { type Ended, simverdict } from "./simverdict.js";

let folder: string;
/** A run that nobody interrupts, one that is interrupted after 10 % of the training, and one that goes on with it. */
let [whole, interrupted, resumed]: Ended[] = [];
const kept = (): string => join(folder, "checkpoints", "smoke", "trained");
const words = (out: string, ...more: string[]): string[] => ["bench", "boards/trained.board.ts", "--backend", "tfjs-cpu", "--out", join(folder, out), ...more];
const keeping = (out: string): string[] => words(out, "--checkpoints", join(folder, "checkpoints"));
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  whole = await simverdict(words("whole"));
  interrupted = await simverdict(keeping("interrupted"), { meanwhile: (kill, stdout) => (stdout.includes("(10 %)") ? kill("SIGTERM") : undefined) });
  resumed = await simverdict(keeping("resumed"));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

const record = (name: string): LeaderboardRecord => leaderboardRecord.parse(JSON.parse(readFileSync(join(folder, name, "leaderboard.json"), "utf8")));
/** What two equal runs have in common. */
const identity = ({ run, boards }: LeaderboardRecord): unknown => ({
  run: { ...run, commit: "", startedAt: "", durationMs: 0 },
  boards: boards.map((board) => ({ ...board, rows: board.rows.map((row) => ({ ...row, trainSeconds: 0 })) })),
});

describe("a run with a long training", () => {
  test("says how it goes on, once for every tenth", () => {
    expect(whole.code).toBe(0);
    const shares = [...whole.stdout.matchAll(/^trained: net: step (\d+) of 1500 \((\d+) %\), loss 0\.\d+$/gm)].map(([, step, share]) => [Number(step), Number(share)]);
    expect(shares).toEqual([150, 300, 450, 600, 750, 900, 1050, 1200, 1350, 1500].map((step) => [step, step / 15]));
  });

  test("keeps nothing unless it is told to", () => {
    expect(readdirSync(folder).sort()).toEqual(["checkpoints", "interrupted", "resumed", "whole"]);
    expect(whole.stdout).not.toContain("goes on from");
  });

  test("that is interrupted leaves its last state, and no record", () => {
    expect(interrupted.code).toBe(130);
    expect(readdirSync(join(folder, "interrupted"))).toEqual([]);
    expect(interrupted.stdout).not.toContain("(100 %)");
    expect(readdirSync(kept()).filter((name) => name.endsWith(".checkpoint"))).toEqual([expect.stringMatching(/^net-[0-9a-f]{32}\.checkpoint$/)]);
  });

  test("goes on from there when it is run again, to an equal record", () => {
    expect(resumed.code).toBe(0);
    const step = Number(/^trained: net goes on from step (\d+)$/m.exec(resumed.stdout)![1]);
    expect(step).toBeGreaterThanOrEqual(100); // a tenth is told before it is kept
    expect(step).toBeLessThan(1500);
    expect(identity(record("resumed"))).toEqual(identity(record("whole")));
  });
});

test("predictions are made once; a file of them that was changed is named in one line, and left as it is", async () => {
  const [name] = readdirSync(kept()).filter((file) => file.endsWith(".predictions"));
  expect(name).toMatch(/^net-[0-9a-f]{32}\.predictions$/);
  expect(resumed.stdout).not.toContain("has its predictions");
  const again = await simverdict(keeping("again"));
  expect(again.stdout).toContain("trained: net has its predictions from an earlier run\n");
  expect(identity(record("again"))).toEqual(identity(record("whole")));
  const path = join(kept(), name);
  const bytes = readFileSync(path);
  const changed = Buffer.from(bytes);
  changed[changed.length - 4] ^= 1;
  writeFileSync(path, changed);
  const { code, stdout } = await simverdict(keeping("changed predictions"));
  expect(code).toBe(4);
  expect(stdout).toContain(`trained: net failed: ${path} does not have the digest that it states, for it was changed after it was written: move it away to predict anew, or name another folder\n`);
  expect(readFileSync(path)).toEqual(changed);
  writeFileSync(path, bytes);
}, 300_000);

test("a checkpoint of another training is named in one line, and left as it is; the others are scored", async () => {
  const [name] = readdirSync(kept()).filter((file) => file.endsWith(".checkpoint"));
  const path = join(kept(), name);
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(path, bytes);
  const { code, stdout } = await simverdict(keeping("changed"));
  expect(code).toBe(4);
  expect(stdout).toContain(`trained: net failed: ${path} does not have the digest that it states, for it was changed after it was written: move it away to train anew, or name another folder\n`);
  expect(readFileSync(path)).toEqual(bytes);
  expect(record("changed").boards[1].rows.map(({ model, rank }) => [model, rank])).toEqual([["copy", [1, 1]], ["net", null]]);
}, 300_000);

test("a folder that cannot be one ends in one line before anything runs", async () => {
  writeFileSync(join(folder, "file"), "");
  const [empty, file] = await Promise.all([simverdict(words("none", "--checkpoints", " ")), simverdict(words("none", "--checkpoints", join(folder, "file", "deep")))]);
  expect([empty.code, file.code]).toEqual([2, 2]);
  expect(empty.stderr).toBe("simverdict: --checkpoints must be a folder, got an empty name\n");
  expect(file.stderr).toMatch(/^simverdict: cannot write to the folder .*: choose another with --checkpoints\n$/);
}, 300_000);
