import { describe, expect, test } from "vitest";
import { boardSuites, verdictSuites } from "../../src/report/junitSuites.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "../harness/records.js";
import { boardOf, leaderboardOf, rowOf } from "../leaderboard/records.js";

const strict = { allowInconclusive: false };
const failures = [{ file: "a.ts", message: "no falsifier" }];

describe("theorems", () => {
  test("a suite for each, with its identity, its claims and its falsifiers", () => {
    const [suite] = verdictSuites(runOf(), strict);
    expect(suite).toMatchObject({ name: "coin", seconds: 1.2 });
    expect(suite.properties).toEqual({
      seed: "0",
      tier: "smoke",
      alpha: "0.00001",
      version: "0.1.0",
      backend: "none",
      specHash: "00",
      replay: "npx simverdict verify --filter 'coin$'",
    });
    expect(suite.cases.map(({ name, problem }) => [name, problem])).toEqual([["claim heads", null], ["falsifier heavy", null]]);
    expect(suite.cases[0].output).toBe("1[heads] ≤ 0.5: mean 0.1 in [0.01, 0.45], n = 40 (margin: by construction)");
    expect(suite.cases[1].output).toBe("breaks the coin; heads ≤ 0.5: mean 0.9 in [0.01, 0.45], n = 40");
  });

  const problemOf = (verdict: "refuted" | "inconclusive" | "invalid", allowInconclusive = false) =>
    verdictSuites(runOf({ theorems: [theoremOf({ claims: [claimOf({ verdict, reason: verdict === "invalid" ? "NaN" : null })] })] }), { allowInconclusive })[0].cases[0].problem;

  test.each([
    ["refuted", "failure", "refuted: ≤ 0.5: mean 0.1 in [0.01, 0.45], n = 40"],
    ["inconclusive", "failure", "inconclusive: ≤ 0.5: mean 0.1 in [0.01, 0.45], n = 40"],
    ["invalid", "error", "invalid: ≤ 0.5: NaN"],
  ] as const)("a claim that is %s is a %s", (verdict, kind, message) => {
    expect(problemOf(verdict)).toEqual({ kind, type: verdict, message });
  });

  test("an inconclusive claim that is let pass is skipped, a refuted one is not", () => {
    expect(problemOf("inconclusive", true)?.kind).toBe("skipped");
    expect(problemOf("refuted", true)?.kind).toBe("failure");
  });

  test("a falsifier that survives is a failure, one that could not be judged an error", () => {
    const falsifiers = [falsifierOf({ killed: false, claims: [claimOf()] }), falsifierOf({ killed: false, reason: "no net" })];
    const [survivor, broken] = verdictSuites(runOf({ theorems: [theoremOf({ claims: [], falsifiers })] }), strict)[0].cases;
    expect(survivor.problem).toMatchObject({ kind: "failure", type: "survived" });
    expect(survivor.problem?.message).toMatch(/^survived: claim "heads" upheld/);
    expect(broken.problem).toEqual({ kind: "error", type: "invalid", message: "could not be judged: no net" });
  });

  test("a file that failed is a suite with an error", () => {
    const suite = verdictSuites(runOf({ failures }), strict)[1];
    expect([suite.name, suite.cases[0].problem]).toEqual(["a.ts", { kind: "error", type: "failed", message: "no falsifier" }]);
  });
});

test("boards: a case for every entry; what does not apply is skipped, what failed is an error", () => {
  const rows = [rowOf(), rowOf({ model: "b", score: null, problem: "n/a" }), rowOf({ model: "c", score: null, problem: "no net" })];
  const [suite, failed] = boardSuites(leaderboardOf({ boards: [boardOf({ rows })], failures }));
  expect(suite).toMatchObject({ name: "toy/bit/error", seconds: 3.75, properties: { task: "toy/bit@1", seed: "0" } });
  expect(suite.cases.map(({ name, problem }) => [name, problem?.kind])).toEqual([["entry net", undefined], ["entry b", "skipped"], ["entry c", "error"]]);
  expect(suite.cases[0].output).toBe("error 0.125 in [0.1, 0.15], n = 400 (share of wrong choices)");
  expect(failed.name).toBe("a.ts");
});
