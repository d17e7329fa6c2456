import { expect, it } from "vitest";
import { theoremsBlock } from "../../src/report/theoremsBlock.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "../harness/records.js";

const linesOf = (...theorems: Parameters<typeof theoremOf>[0][]): string[] => theoremsBlock(runOf({ theorems: theorems.map(theoremOf) }), "a/b").split("\n");

it("takes the theorem of an id and those in its folder, none whose id only begins alike", () => {
  const lines = linesOf({ id: "a/b" }, { id: "a/b/c" }, { id: "a/bc" }, { id: "x/a/b" });
  expect(lines[0]).toBe("`a/b`: 2 of 2 upheld (tier smoke).");
  expect(lines[4]).toBe("| b | heads | 1\\[heads\\] | ≤ 0.5 | 0.1 | \\[0.01, 0.45\\] | 40 | upheld |");
  expect(lines[5]).toMatch(/^\| c \| heads \|/);
});

it("says so where the record has none", () => {
  expect(theoremsBlock(runOf(), "a/b")).toBe("`a/b`: not in the reference records.");
});

it("names a theorem once, and shows deterministic and failed claims", () => {
  const forAll = claimOf({ id: "all", kind: "forAll", margin: null, estimate: null, samples: 300 });
  const broken = claimOf({ id: "few", verdict: "invalid", reason: "NaN" });
  const lines = linesOf({ id: "a/b/c", verdict: "invalid", claims: [forAll, { ...forAll, counterexample: "[1]", verdict: "refuted" }, broken] });
  expect(lines[0]).toBe("`a/b`: 0 of 1 upheld, `a/b/c` **invalid** (tier smoke).");
  expect(lines.slice(4, 7)).toEqual([
    "| c | all | 1\\[heads\\] | for all | no counterexample | – | 300 | upheld |",
    "|  | all | 1\\[heads\\] | for all | counterexample \\[1\\] | – | 300 | refuted |",
    "|  | few | 1\\[heads\\] | ≤ 0.5 | NaN | – | 40 | invalid |",
  ]);
});

it("shows what each falsifier broke, and what it failed to break", () => {
  const refuted = claimOf({ verdict: "refuted", estimate: 0.9, lower: 0.8, upper: 1, samples: 30 });
  const drawn = claimOf({ id: "all", kind: "forAll", verdict: "refuted", counterexample: "0", samples: 3 });
  const killed = falsifierOf({ mustRefute: ["heads", "all"], claims: [refuted, drawn, claimOf({ id: "else", verdict: "refuted" })] });
  const survived = falsifierOf({ id: "light", killed: false, claims: [claimOf({ verdict: "inconclusive" })] });
  const invalid = falsifierOf({ id: "void", killed: false, claims: [], reason: "no evidence" });
  expect(linesOf({ id: "a/b", falsifiers: [killed, survived, invalid] }).slice(-3)).toEqual([
    "| b | heavy | the coin | heads: 0.9 in \\[0.8, 1\\], n = 30; all: counterexample (draw 3) |",
    "|  | light | the coin | not refuted: heads |",
    "|  | void | the coin | no evidence |",
  ]);
});
