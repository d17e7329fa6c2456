import { expect, test } from "vitest";
import { gateFindings, type RunAgain } from "../../src/cli/gateFindings.js";
import { run } from "../../src/cli/execute.js";
import { openTerminal } from "../../src/cli/terminal.js";
import type { VerdictsRecord } from "../../src/harness/record.js";
import { parseMargins } from "../../src/leaderboard/gate/margins.js";
import { runOf } from "../harness/records.js";
import { errors, scoredRowOf, scoredTaskOf, scoresOf } from "../leaderboard/gate/scores.js";
import { inSpecs } from "./inSpecs.js";

inSpecs();

const options = { margins: parseMargins(""), alpha: 1e-5, again: null };
const boards = (every: number, model = "net") => scoresOf([scoredTaskOf([scoredRowOf(errors(every), { model }), scoredRowOf(errors(20), { model: "rule" })])]);

test("boards alone: rows, the bound on false alarms, files that failed", async () => {
  const { result, confirmation } = await gateFindings({ verdicts: null, scores: boards(20) }, { verdicts: runOf(), scores: boards(8) }, options);
  expect([result.verdict, result.compared, result.errorBound, result.theorems, confirmation]).toEqual(["fail", { parts: 0, rows: 2 }, 2e-5, [], "reserved cases"]);
  expect(result.rows.map(({ verdict }) => verdict)).toEqual(["fail", "identical"]);
  const failures = [{ file: "a.ts", message: "no net" }];
  expect((await gateFindings({ verdicts: null, scores: boards(20) }, { verdicts: null, scores: { ...boards(20), failures } }, options)).result).toMatchObject({ verdict: "fail", failures });
});

test("new rows are not compared; a kind that is gone is removed", async () => {
  const { result } = await gateFindings({ verdicts: runOf(), scores: boards(20) }, { verdicts: null, scores: null }, options);
  expect([result.verdict, result.theorems.map(({ verdict }) => verdict), result.rows.map(({ verdict }) => verdict)]).toEqual(["fail", ["removed"], ["removed", "removed"]]);
  const more = await gateFindings({ verdicts: null, scores: scoresOf([]) }, { verdicts: null, scores: boards(20) }, options);
  expect(more.result).toMatchObject({ verdict: "pass", compared: { rows: 0 }, errorBound: 0, rows: [{ verdict: "new" }, { verdict: "new" }] });
});

test("a claim that is lost under one seed and upheld under a fresh one passes with a word", async () => {
  const settings = { seed: "0", tier: "smoke", alpha: "0.001", jobs: "1" };
  const base = await run("verify", ["upheld.theorem.ts"], settings, openTerminal(process.stderr));
  const lost: VerdictsRecord = { ...base, theorems: base.theorems.map((theorem) => ({ ...theorem, claims: theorem.claims.map((claim) => ({ ...claim, verdict: "refuted" as const })) })) };
  const again: RunAgain = { patterns: ["upheld.theorem.ts"], settings, blocks: { cases: 1, reserved: "r" }, freshSeed: 77, tree: null, stream: process.stderr, ledger: [] };
  const judge = async (how: RunAgain | null) => (await gateFindings({ verdicts: base, scores: null }, { verdicts: lost, scores: null }, { ...options, again: how })).result;
  const [without, confirmed] = [await judge(null), await judge(again)];
  expect([without.verdict, new Set(without.theorems.map(({ verdict }) => verdict))]).toEqual(["fail", new Set(["lost"])]);
  expect([confirmed.verdict, new Set(confirmed.theorems.map(({ verdict }) => verdict))]).toEqual(["pass", new Set(["unconfirmed"])]);
});
