import type { GateRecord } from "../leaderboard/gate/gateRecord.js";
import { isFailing, rowFindingText, theoremFindingText } from "./gateText.js";
import type { Annotation, Place } from "./githubAnnotations.js";

/**
 * What to annotate after a gate: an error for everything that fails it, a warning for every suspicion not confirmed.
 *
 * @param record the gate's record
 * @param placeOf where a theorem stands, null where that is unknown
 * @returns the annotations, files that failed first
 */
export function gateAnnotations(
  { failures, theorems, rows }: GateRecord,
  placeOf: (theorem: { readonly id: string; readonly file: string | null }) => Place | null,
): Annotation[] {
  return [
    ...failures.map(({ file, message }): Annotation => ({ level: "error", place: file.startsWith("(") ? null : { file, line: 1 }, title: `${file} failed`, message })),
    ...theorems
      .filter((finding) => isFailing(finding) || finding.verdict === "unconfirmed")
      .map((finding): Annotation => {
        const { theorem, file, part, verdict } = finding;
        const title = `${part === "theorem" ? theorem : `${theorem} ${part}`}: ${verdict}`;
        return { level: isFailing(finding) ? "error" : "warning", place: placeOf({ id: theorem, file }), title, message: theoremFindingText(finding) };
      }),
    ...rows
      .filter((finding) => isFailing(finding) || finding.verdict === "unconfirmed")
      .map((finding): Annotation => ({
        level: isFailing(finding) ? "error" : "warning",
        place: null,
        title: `${finding.model} on ${finding.task}, ${finding.metric.id}: ${finding.verdict}`,
        message: rowFindingText(finding),
      })),
  ];
}
