import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LeaderboardRecord, leaderboardRecord } from "../../src/leaderboard/record.js";
import { taskHash } from "../../src/leaderboard/task.js";
import { leaderboardMarkdown } from "../../src/report/leaderboardMarkdown.js";
import { boardLines } from "../../src/report/leaderboardText.js";
import { toyTask } from "../leaderboard/toyTask.js";
import { type Ended, simverdict } from "./simverdict.js";

const BOARDS = ["boards/bits.board.ts", "boards/sound.board.ts"];

let folder: string;
/** The same boards with two workers and JSON, with one worker and text, for one entry under a filter, and failing ones. */
let [json, text, subset, failing]: Ended[] = [];
const bench = (out: string, ...words: string[]): Promise<Ended> => simverdict(["bench", ...words, "--out", join(folder, out)]);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  [json, text] = await Promise.all([bench("json", ...BOARDS, "--jobs", "2", "--json"), bench("text", ...BOARDS, "--jobs", "1")]);
  [subset, failing] = await Promise.all([
    bench("subset", ...BOARDS, "--entry", "drawn|n", "--filter", "two$"),
    bench("failing", "boards/failing.board.ts", "boards/refused.board.ts", "boards/sound.board.ts"),
  ]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const recordIn = (name: string): LeaderboardRecord => leaderboardRecord.parse(JSON.parse(readFileSync(join(folder, name, "leaderboard.json"), "utf8")));

/** A record without what two equal runs may differ in; these boards keep a time of their own. */
function identity({ run, boards, failures }: LeaderboardRecord): string {
  return JSON.stringify({ run: { ...run, startedAt: "", durationMs: 0 }, boards, failures });
}

describe("a run without failures", () => {
  test("exits with 0, whatever does not apply", () => {
    expect([json.code, text.code]).toEqual([0, 0]);
    expect(recordIn("text").boards.flatMap(({ rows }) => rows.flatMap(({ problem }) => problem ?? []))).toEqual(Array(4).fill("n/a"));
  });

  test("with --json: standard output is the record and nothing else", () => {
    expect(leaderboardRecord.parse(JSON.parse(json.stdout))).toEqual(recordIn("json"));
    expect(json.stderr).toContain("a board may print\n");
    expect(json.stderr).toContain("bits/one: copy done\n");
  });

  test("leaves the record and its report, whole, and nothing beside them", () => {
    for (const name of ["json", "text"]) {
      expect(readdirSync(join(folder, name)).sort()).toEqual(["LEADERBOARD.md", "leaderboard.json", "report.html"]);
      expect(readFileSync(join(folder, name, "LEADERBOARD.md"), "utf8")).toBe(leaderboardMarkdown(recordIn(name)));
    }
  });

  test("is equal for one worker and two, but for times", () => {
    expect(identity(recordIn("text"))).toBe(identity(recordIn("json")));
  });

  test("has the boards in the order of their ids, each of its task's content", () => {
    const { boards, run } = recordIn("text");
    expect(boards.map(({ id }) => id)).toEqual(["bits/one/brier", "bits/one/error", "bits/two/brier", "bits/two/error", "sound/regret"]);
    expect(boards[3].task).toEqual({ id: "bits/two", version: 1, hash: taskHash({ ...toyTask, id: "bits/two" }) });
    expect(run).toMatchObject({ seed: 0, tier: "smoke", backend: null });
    expect(boards[3].rows.map(({ model, n, trainSeconds }) => [model, n, trainSeconds]).sort()).toEqual([
      ["contrary", 300, 0.25],
      ["copy", 300, 0.25],
      ["drawn|net", 300, 0.25],
    ]);
  });

  test("shows every board, without escape codes", () => {
    for (const board of recordIn("text").boards) expect(text.stdout).toContain(`\n${boardLines(board).join("\n")}\n`);
    expect(text.stdout).toMatch(/\n\d+\.\d s; record in .*leaderboard\.json\n$/);
    expect(text.stdout + text.stderr).not.toContain("\u001b[");
  });
});

test("another seed trains other models on the same cases", async () => {
  expect((await bench("seed", "boards/bits.board.ts", "--seed", "1")).code).toBe(0);
  const scores = (name: string, model: string) => recordIn(name).boards[0].rows.find((row) => row.model === model)!.score;
  const error = (name: string) => recordIn(name).boards[1].rows.find((row) => row.model === "copy")!.score;
  expect(scores("seed", "drawn|net")).not.toBe(scores("text", "drawn|net"));
  expect(error("seed")).toBe(error("text"));
});

describe("--entry and --filter", () => {
  test("leave what they choose as it is in the whole run", () => {
    expect(subset.code).toBe(0);
    const { boards } = recordIn("subset");
    expect(boards.map(({ id, rows, paired }) => [id, rows.map(({ rank }) => rank), paired])).toEqual([
      ["bits/two/brier", [[1, 1]], []],
      ["bits/two/error", [[1, 1]], []],
    ]);
    for (const [i, { rows: [{ score, lower, upper, parameters }] }] of boards.entries()) {
      expect(recordIn("text").boards[2 + i].rows.find(({ model }) => model === "drawn|net")).toMatchObject({ score, lower, upper, parameters });
    }
  });

  test("boards without such an entry are left out", async () => {
    expect((await bench("constant", ...BOARDS, "--entry", "constant")).code).toBe(0);
    expect(recordIn("constant").boards.map(({ id, rows }) => [id, rows.length])).toEqual([["sound/regret", 1]]);
  });
});

describe("entries and files that fail", () => {
  test("exit with 1, and the others are still ranked", () => {
    expect(failing.code).toBe(1);
    const { boards } = recordIn("failing");
    expect(boards.map(({ id }) => id)).toEqual(["failing/error", "sound/regret"]);
    expect(boards[0].rows[0]).toMatchObject({ model: "sound", rank: [1, 1], problem: null, n: 50 });
  });

  test.each([
    ["throws", "no net: it was never trained"],
    ["says n/a", 'threw "n/a"'],
    ["exits", 'process.exit unexpectedly called with "0"'],
    ["nan", "case 0: a probability must be a number in [0, 1], got NaN"],
    ["sum", "case 0: probabilities must sum to 1, got 0.9"],
    ["length", "case 0: probabilities must be 2 numbers, got 3"],
    ["few", "gave 1 predictions for 50 cases"],
    ["size", "parameters must be an integer >= 0, got NaN"],
  ])("%s: its row says so, unranked", (model, problem) => {
    expect(recordIn("failing").boards[0].rows.find((row) => row.model === model)).toMatchObject({ problem, rank: null, score: null, n: 0 });
    expect(failing.stdout).toMatch(new RegExp(`^ +– +${model} +${problem.replaceAll(/[[\]./()]/g, "\\$&")}$`, "m"));
  });

  test("a file that does not load is named once, with its reason", () => {
    const failure = { file: "boards/refused.board.ts", message: "leaderboard refused has no entry (boards/refused.board.ts:4:1)" };
    expect(recordIn("failing").failures).toEqual([failure]);
    expect(failing.stdout).toContain(`\nfailed: ${failure.file}: ${failure.message}\n`);
  });
});

describe("exit code 2, one line, and the earlier record as it was", () => {
  /** The one line of a refused run into a folder with an earlier record. */
  const refusal = async (...words: string[]): Promise<string> => {
    const out = mkdtempSync(join(folder, "earlier-"));
    writeFileSync(join(out, "leaderboard.json"), "an earlier record");
    const { code, stderr } = await simverdict(["bench", ...words, ...(words.includes("--out") ? [] : ["--out", out])]);
    expect([code, readFileSync(join(out, "leaderboard.json"), "utf8")]).toEqual([2, "an earlier record"]);
    expect(stderr).toMatch(/^simverdict: [^\n]+\n$/);
    return stderr.slice("simverdict: ".length).trimEnd();
  };

  test.each([
    [["boards/bits.board.ts", "--entry", "nobody"], `no model's name contains --entry "nobody" on bits/one, bits/two`],
    [["boards/none.board.ts"], 'no spec file matches "boards/none.board.ts"'],
    [["boards/sound.board.ts", "--tier", "tiny"], 'tier must be one of smoke, standard, full, got "tiny"'],
    [["boards/sound.board.ts", "--jobs", "0"], 'jobs must be a positive integer, got "0"'],
  ])("%j", async (words, message) => {
    expect(await refusal(...words)).toBe(message);
  });

  test("a filter that matches nothing names boards, without a pattern those of the package", async () => {
    expect(await refusal("--filter", "zzz", "--entry", "copy")).toMatch(/--filter "zzz"; there are model-selection\/[a-z-]+\/[^,]+, /);
  });

  test("a folder that cannot be written to, before any work", async () => {
    const file = join(folder, "text", "leaderboard.json");
    const before = readFileSync(file, "utf8");
    expect(await refusal("boards/endless.board.ts", "--out", file)).toMatch(/^cannot write to the folder .*: choose another with --out$/);
    expect(readFileSync(file, "utf8")).toBe(before);
  });
});

test("interrupted: exit 130, the earlier record untouched", async () => {
  const out = mkdtempSync(join(folder, "interrupted-"));
  writeFileSync(join(out, "leaderboard.json"), "an earlier record");
  let sent = false;
  const meanwhile = (kill: (signal: NodeJS.Signals) => void, stdout: string): void => {
    if (sent || !/^worker \d+$/m.test(stdout)) return;
    sent = true;
    kill("SIGINT");
  };
  const { code, stderr } = await simverdict(["bench", "boards/endless.board.ts", "--out", out], { meanwhile });
  expect([code, stderr]).toEqual([130, "simverdict: interrupted; no record was written\n"]);
  expect(readdirSync(out)).toEqual(["leaderboard.json"]);
  expect(readFileSync(join(out, "leaderboard.json"), "utf8")).toBe("an earlier record");
});
