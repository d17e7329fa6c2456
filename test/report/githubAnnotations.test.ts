import { expect, test } from "vitest";
import { boardAnnotations, githubCommands, verdictAnnotations } from "../../src/report/githubAnnotations.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "../harness/records.js";
import { boardOf, leaderboardOf, rowOf } from "../leaderboard/records.js";

const place = { file: "claims/coin.theorem.ts", line: 3 };

test("nothing to say of an upheld run", () => {
  expect(verdictAnnotations(runOf(), () => place)).toEqual([]);
  expect(boardAnnotations(leaderboardOf())).toEqual([]);
});

test("errors for what is refuted, survived or invalid, a warning for what is inconclusive", () => {
  const theorems = [
    theoremOf({ id: "a", verdict: "refuted", claims: [claimOf({ verdict: "refuted" })] }),
    theoremOf({ id: "b", verdict: "inconclusive", claims: [claimOf({ verdict: "inconclusive" })] }),
    theoremOf({ id: "c", verdict: "invalid", falsifiers: [falsifierOf({ killed: false, claims: [claimOf()] })] }),
  ];
  const found = verdictAnnotations(runOf({ theorems }), () => place);
  expect(found.map(({ level, title }) => [level, title])).toEqual([
    ["error", "a is refuted"],
    ["warning", "b is inconclusive"],
    ["error", "c is invalid"],
  ]);
  expect(found[0].place).toEqual(place);
  expect(found[0].message).toBe(
    'claim "heads" ≤ 0.5 is refuted: mean 0.1 in [0.01, 0.45], n = 40\nreplay: npx simverdict verify --filter \'coin$\'',
  );
  expect(found[2].message).toMatch(/^falsifier "heavy" survived: /);
});

test("files that failed come first, where they say they failed", () => {
  const failures = [
    { file: "a.ts", message: "no net (a.ts:12:7)" },
    { file: "b.ts", message: "registers nothing" },
    { file: "(outside any spec file)", message: "lost" },
  ];
  expect(verdictAnnotations(runOf({ failures }), () => null).map((found) => found.place)).toEqual([{ file: "a.ts", line: 12 }, { file: "b.ts", line: 1 }, null]);
});

test("entries that failed are errors, what does not apply is none", () => {
  const rows = [rowOf(), rowOf({ model: "b", problem: "n/a" }), rowOf({ model: "c", problem: "no net" })];
  expect(boardAnnotations(leaderboardOf({ boards: [boardOf({ rows })] }))).toEqual([{ level: "error", place: null, title: "toy/bit/error: c failed", message: "no net" }]);
});

test("commands hold one line each, whatever the texts hold", () => {
  const hostile = "50 %,\r\n::error::a:b";
  expect(githubCommands([{ level: "warning", place: { file: "a,b:c.ts", line: 3 }, title: hostile, message: hostile }])).toEqual([
    "::warning file=a%2Cb%3Ac.ts,line=3,title=50 %25%2C%0D%0A%3A%3Aerror%3A%3Aa%3Ab::50 %25,%0D%0A::error::a:b",
  ]);
});
