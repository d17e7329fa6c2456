import { describe, expect, test } from "vitest";
import { boardTable, leaderboardMarkdown } from "../../src/report/leaderboardMarkdown.js";
import { boardOf, leaderboardOf, pairOf, rowOf } from "../leaderboard/records.js";

const missing = { score: null, lower: null, upper: null, rank: null, n: 0 } as const;
const failed = rowOf({ ...missing, model: "bad", trainSeconds: null, parameters: null, problem: "case 3: a | b" });
const notApplicable = rowOf({ ...missing, model: "chooser", problem: "n/a" });

test("a board is a table: ranks, scores, intervals, size and time", () => {
  const rows = [rowOf({ rank: [1, 2] }), rowOf({ model: "rule", score: 0.25, lower: 0.2, upper: 0.3, rank: [2, 2], parameters: 0, trainSeconds: 0 }), notApplicable, failed];
  expect(boardTable(boardOf({ rows }))).toEqual([
    "| rank | model | error | 99 % interval | fitted numbers | train s |",
    "| --- | --- | --- | --- | --- | --- |",
    "| 1–2 | net | 0.125 | [0.1, 0.15] | 321 | 1.3 |",
    "| 2 | rule | 0.25 | [0.2, 0.3] | 0 | 0.0 |",
    "| – | chooser | n/a | – | 321 | 1.3 |",
    "| – | bad | case 3: a \\| b | – | – | – |",
  ]);
});

test("a second score on a fresh draw has its column", () => {
  const fresh = { score: 0.5, lower: 0.4, upper: 0.6, n: 400 };
  expect(boardTable(boardOf({ release: "a_b", rows: [rowOf({ fresh }), failed] }))).toEqual([
    "| rank | model | error | 99 % interval | fresh draw a\\_b | fitted numbers | train s |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    "| 1 | net | 0.125 | [0.1, 0.15] | 0.5 [0.4, 0.6] | 321 | 1.3 |",
    "| – | bad | case 3: a \\| b | – | – | – | – |",
  ]);
});

test("a board without rows is a table without rows", () => {
  expect(boardTable(boardOf({ rows: [] }))).toHaveLength(2);
});

test("a document identifies the run, every board and its cases, and lists decided differences, the better model first", () => {
  const paired = [pairOf(), pairOf({ a: "net", b: "tied", verdict: "undecided" }), pairOf({ a: "loser", b: "winner", difference: 0.5, lower: 0.4, upper: 0.6, verdict: "b better" })];
  expect(leaderboardMarkdown(leaderboardOf({ boards: [boardOf({ paired, rows: [notApplicable, rowOf()] })], failures: [{ file: "a.board.ts", message: "no" }] }))).toBe(
    `# Leaderboards

Tier smoke, seed 0, simverdict 0.1.0, commit unknown, backend none.

Failed: a.board.ts: no

## toy/bit/error

Which of two bits was sent. share of wrong choices, lower is better, on 400 cases of toy/bit@1 (0123456789ab).
All rank intervals hold together with probability ≥ 0.95; models whose difference is undecided share ranks.

| rank | model | error | 99 % interval | fitted numbers | train s |
| --- | --- | --- | --- | --- | --- |
| – | chooser | n/a | – | 321 | 1.3 |
| 1 | net | 0.125 | [0.1, 0.15] | 321 | 1.3 |

<details><summary>Decided differences</summary>

| better | than | difference | interval |
| --- | --- | --- | --- |
| net | rule | −0.125 | [−0.2, −0.05] |
| winner | loser | 0.5 | [0.4, 0.6] |

</details>

`,
  );
});

test("what entries say of themselves stands below the boards, once", () => {
  const boards = ["error", "brier"].map((metric) => boardOf({ id: `toy/bit/${metric}`, rows: [rowOf({ note: "few data" })] }));
  expect(leaderboardMarkdown(leaderboardOf({ boards })).split("## Notes of the entries\n\n- toy/bit: net: few data\n")).toHaveLength(2);
});

test("several boards have a table of contents, whose links are the headings' anchors on GitHub", () => {
  const boards = [boardOf({ rows: [] }), boardOf({ id: "toy/sigma-0.5/regret", rows: [] })];
  expect(leaderboardMarkdown(leaderboardOf({ boards }))).toContain(
    "\n\n- [toy/bit/error](#toybiterror): Which of two bits was sent\n- [toy/sigma-0.5/regret](#toysigma-05regret): Which of two bits was sent\n\n## toy/bit/error\n",
  );
});

test("without a decided difference there is no list of them; without any score there are 0 cases", () => {
  const text = leaderboardMarkdown(leaderboardOf({ boards: [boardOf({ rows: [failed], paired: [pairOf({ verdict: "undecided" })] })] }));
  expect(text).not.toContain("<details>");
  expect(text).toContain("on 0 cases of toy/bit@1");
});

describe("names and messages appear as they are", () => {
  const hostile = "a|b <script> *c* _d_ `e` [f](g) \\| ~h~ &amp;";
  const escaped = "a\\|b \\<script> \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g) \\\\\\| \\~h\\~ \\&amp;";

  test("in a table", () => {
    const lines = boardTable(boardOf({ rows: [rowOf({ model: hostile }), rowOf({ ...missing, model: hostile, problem: `${hostile}\nmore` })] }));
    expect(lines[2]).toBe(`| 1 | ${escaped} | 0.125 | [0.1, 0.15] | 321 | 1.3 |`);
    expect(lines[3]).toBe(`| – | ${escaped} | ${escaped} more | – | 321 | 1.3 |`);
  });

  test("in the list of differences, titles and failures", () => {
    const unbarred = escaped.replaceAll("\\|", "|");
    const text = leaderboardMarkdown(
      leaderboardOf({ boards: [boardOf({ title: hostile, paired: [pairOf({ a: hostile })] })], failures: [{ file: "a_b.board.ts", message: hostile }] }),
    );
    expect(text).toContain(`| ${escaped} | rule | −0.125 |`);
    expect(text).toContain(`\n${unbarred}. share of wrong choices, `);
    expect(text).toContain(`\nFailed: a\\_b.board.ts: ${unbarred}\n`);
  });
});
