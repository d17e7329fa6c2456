import { expect, it } from "vitest";
import type { BoardRecord, LeaderboardRecord, RowRecord } from "../../src/leaderboard/record.js";
import { boardsBlock, excerptBlock, verdictBlock } from "../../src/report/readmeBlocks.js";
import { falsifierOf, runOf, theoremOf } from "../harness/records.js";

const row = (model: string, changes: Partial<RowRecord> = {}): RowRecord => ({
  model,
  source: "a test",
  score: 0.125,
  lower: 0.1,
  upper: 0.15,
  rank: [1, 2],
  n: 400,
  trainSeconds: 0,
  parameters: 0,
  problem: null,
  ...changes,
});

const board = (task: string, rows: RowRecord[], metric = "error"): BoardRecord => ({
  id: `${task}/${metric}`,
  title: "A task",
  task: { id: task, version: 1, hash: "00" },
  metric: { id: metric, title: "share of errors", direction: "lower", range: [0, 1] },
  alpha: { score: 0.01, ranks: 0.05 },
  backend: "tfjs-wasm",
  rows,
  paired: [],
});

const recordOf = (boards: BoardRecord[]): LeaderboardRecord => ({
  schema: "simverdict/leaderboard@1",
  run: { seed: 3, tier: "standard", backend: "tfjs-wasm", version: "0.1.0", commit: null, node: "v20", startedAt: "", durationMs: 0 },
  boards,
  failures: [],
});

it("shows what a run printed of one theorem, and its summary, without colours", () => {
  const lines = excerptBlock(runOf({ theorems: [theoremOf({ id: "a/b" }), theoremOf({ id: "a/bc" })] }), "a/b").split("\n");
  expect(lines[0]).toBe("```text");
  expect(lines[1]).toMatch(/^upheld +a\/b {2}\(1\.2 s\)$/);
  expect(lines).toContain("  ✓ refuted, as they must be: heavy");
  expect(lines.filter((line) => line.includes("a/bc"))).toEqual([]);
  expect(lines).toContain("2 theorems: 2 upheld; 2 of 2 falsifiers refuted");
  expect(lines.at(-1)).toBe("```");
});

it("refuses an excerpt of a theorem that did not run", () => {
  expect(() => excerptBlock(runOf(), "tail")).toThrow(new RangeError("no theorem tail in the record"));
});

it("shows a row for every theorem with what was upheld and refuted", () => {
  const survived = falsifierOf({ id: "light", killed: false });
  const theorems = [theoremOf({ id: "a/b", title: "A says B", verdict: "invalid", falsifiers: [falsifierOf(), survived] })];
  expect(verdictBlock(runOf({ theorems })).split("\n")).toContain("| `a/b` | invalid | 1 of 1 | 1 of 2 | A says B |");
});

it("says how long the run took, in whole minutes", () => {
  const taking = (durationMs: number): string => verdictBlock({ ...runOf(), run: { ...runOf().run, durationMs } });
  expect(taking(60_000)).toMatch(/ It took 1 minute\.$/);
  expect(taking(60_001)).toMatch(/ It took 2 minutes\.$/);
});

it("sets the boards of one metric side by side, in the order of the first, with rank intervals", () => {
  const record = recordOf([
    board("pick/x", [row("net", { score: 0.1, rank: [1, 1] }), row("rule")]),
    board("pick/x", [row("net", { score: 9 })], "other"),
    board("pick/y", [row("rule", { score: 0.2, rank: [2, 2] }), row("net", { score: null, rank: null, problem: "n/a" })]),
    board("else/z", [row("net", { score: 8 })]),
  ]);
  const lines = boardsBlock(record, "error", "pick").split("\n");
  expect(lines[0]).toBe("| model | x | y |");
  expect(lines.slice(2, 4)).toEqual(["| net | 0.1 (1) | n/a |", "| rule | 0.125 (1–2) | 0.2 (2) |"]);
  expect(lines.at(-1)).toMatch(/^Share of errors \(rank interval\), 400 cases each\. Tier standard, seed 3, /);
});

it("marks a model that is missing on a board", () => {
  const record = recordOf([board("pick/x", [row("net"), row("rule")]), board("pick/y", [row("net")])]);
  expect(boardsBlock(record, "error", "pick").split("\n")[3]).toBe("| rule | 0.125 (1–2) | – |");
});

it("refuses a metric that has no board", () => {
  expect(() => boardsBlock(recordOf([]), "error", "pick")).toThrow(new RangeError("no board of error on pick"));
});
