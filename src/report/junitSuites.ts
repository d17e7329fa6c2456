import { explainClaim, explainSurvivor, formatMargin, formatNumber } from "../harness/explain.js";
import type { ClaimRecord, FailureRecord, FalsifierRecord, VerdictsRecord } from "../harness/record.js";
import type { BoardRecord, LeaderboardRecord, RowRecord } from "../leaderboard/record.js";
import type { JunitCase, JunitSuite } from "./junitXml.js";

/**
 * A run of theorems as JUnit suites: one for every theorem, with a case for every claim and every falsifier, and one for
 * every file that failed.
 *
 * @param record the run
 * @param options whether an inconclusive claim is let pass; it is then skipped, else a failure
 * @returns the suites, in the order of the record
 */
export function verdictSuites(record: VerdictsRecord, options: { readonly allowInconclusive: boolean }): JunitSuite[] {
  const { run, theorems, failures } = record;
  const identity = { seed: String(run.seed), tier: run.tier, alpha: String(run.alpha), version: run.version };
  return [
    ...theorems.map(({ id, durationMs, specHash, backend, replay, claims, falsifiers }) => ({
      name: id,
      seconds: durationMs / 1000,
      properties: { ...identity, backend: backend ?? "none", specHash, replay },
      cases: [...claims.map((claim) => claimCase(claim, options.allowInconclusive)), ...falsifiers.map(falsifierCase)],
    })),
    ...failures.map((failure) => failureSuite(failure, identity)),
  ];
}

/**
 * A run of boards as JUnit suites: one for every board, with a case for every entry, and one for every file that failed.
 *
 * @param record the run
 * @returns the suites, in the order of the record
 */
export function boardSuites({ run, boards, failures }: LeaderboardRecord): JunitSuite[] {
  const identity = { seed: String(run.seed), tier: run.tier, version: run.version };
  return [
    ...boards.map(({ id, task, backend, rows, metric }) => ({
      name: id,
      seconds: rows.reduce((sum, { trainSeconds }) => sum + (trainSeconds ?? 0), 0),
      properties: { ...identity, backend: backend ?? "none", task: `${task.id}@${task.version}`, taskHash: task.hash },
      cases: rows.map((row) => rowCase(row, metric)),
    })),
    ...failures.map((failure) => failureSuite(failure, identity)),
  ];
}

function claimCase(claim: ClaimRecord, allowInconclusive: boolean): JunitCase {
  const { id, verdict, because } = claim;
  const said = `${formatMargin(claim)}: ${explainClaim(claim)}`;
  const kind = verdict === "invalid" ? "error" : verdict === "inconclusive" && allowInconclusive ? "skipped" : "failure";
  return {
    name: `claim ${id}`,
    problem: verdict === "upheld" ? null : { kind, type: verdict, message: `${verdict}: ${said}` },
    output: `${claim.statement} ${said} (margin: ${because})`,
  };
}

function falsifierCase(falsifier: FalsifierRecord): JunitCase {
  const { id, breaks, killed, reason, claims } = falsifier;
  const found = claims.map((claim) => `${claim.id} ${formatMargin(claim)}: ${explainClaim(claim)}`).join("; ");
  const problem = { kind: reason === null ? "failure" : "error", type: reason === null ? "survived" : "invalid", message: explainSurvivor(falsifier) } as const;
  return { name: `falsifier ${id}`, problem: killed ? null : problem, output: `breaks ${breaks}; ${found}` };
}

function rowCase({ model, score, lower, upper, n, problem }: RowRecord, { id, title }: BoardRecord["metric"]): JunitCase {
  const failed = problem === null ? null : ({ kind: problem === "n/a" ? "skipped" : "error", type: "invalid", message: problem } as const);
  const interval = `[${formatNumber(lower)}, ${formatNumber(upper)}]`;
  return { name: `entry ${model}`, problem: failed, output: failed === null ? `${id} ${formatNumber(score)} in ${interval}, n = ${n} (${title})` : failed.message };
}

function failureSuite({ file, message }: FailureRecord, properties: Readonly<Record<string, string>>): JunitSuite {
  return { name: file, seconds: 0, properties, cases: [{ name: "loads and runs", problem: { kind: "error", type: "failed", message }, output: message }] };
}
