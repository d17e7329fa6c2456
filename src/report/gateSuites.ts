import type { GateRecord } from "../leaderboard/gate/gateRecord.js";
import { isFailing, rowFindingText, theoremFindingText } from "./gateText.js";
import type { JunitCase, JunitSuite } from "./junitXml.js";

/**
 * A gate as JUnit suites: one for the theorems that differ from the base, one for every task, one for files that failed.
 *
 * @param record the gate's record
 * @returns the suites; a case for every finding, and one for the theorems together where none differs
 */
export function gateSuites({ tier, seed, version, alpha, base, compared, failures, theorems, rows }: GateRecord): JunitSuite[] {
  const properties = { tier, seed: String(seed), version, alpha: String(alpha), base: base.name, baseHash: base.sha };
  const suite = (name: string, cases: readonly JunitCase[]): JunitSuite => ({ name, seconds: 0, properties, cases });
  const caseOf = (name: string, finding: { readonly verdict: string }, text: string, fails: boolean): JunitCase => ({
    name,
    problem: fails ? { kind: "failure", type: finding.verdict, message: text } : null,
    output: text,
  });
  const same: JunitCase = { name: "theorems", problem: null, output: `no difference in ${compared.parts} claims and falsifiers` };
  const byTask = [...new Set(rows.map(({ task }) => task))];
  return [
    ...failures.map(({ file, message }) => suite(file, [{ name: "loads and runs", problem: { kind: "error", type: "failed", message }, output: message }])),
    suite("gate: theorems", theorems.length === 0 ? [same] : theorems.map((one) => caseOf(`${one.theorem} ${one.part}`, one, theoremFindingText(one), isFailing(one)))),
    ...byTask.map((task) =>
      suite(`gate: ${task}`, rows.filter((row) => row.task === task).map((row) => caseOf(`${row.model}, ${row.metric.id}`, row, rowFindingText(row), isFailing(row)))),
    ),
  ];
}
