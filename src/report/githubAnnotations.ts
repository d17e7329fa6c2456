import { explainTheorem } from "../harness/explain.js";
import type { FailureRecord, VerdictsRecord } from "../harness/record.js";
import type { LeaderboardRecord } from "../leaderboard/record.js";

/** A place in a file. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What GitHub shows beside a line of code. */
export interface Annotation {
  readonly level: "error" | "warning";
  readonly place: Place | null;
  readonly title: string;
  readonly message: string;
}

/**
 * What to annotate after a run of theorems: one error for every theorem that is refuted or invalid (a falsifier that
 * survives makes it so) and every file that failed, one warning for every theorem that is inconclusive.
 *
 * @param record the run
 * @param placeOf where a theorem stands, null where that is unknown; GitHub shows the first ten errors of a step
 * @returns the annotations, failures to load first
 */
export function verdictAnnotations(
  { theorems, failures }: VerdictsRecord,
  placeOf: (theorem: { readonly id: string; readonly file: string | null }) => Place | null,
): Annotation[] {
  return [
    ...failures.map(failureAnnotation),
    ...theorems
      .filter(({ verdict }) => verdict !== "upheld")
      .map((theorem): Annotation => {
        const level = theorem.verdict === "inconclusive" ? "warning" : "error";
        return { level, place: placeOf(theorem), title: `${theorem.id} is ${theorem.verdict}`, message: explainTheorem(theorem).slice(1).join("\n") };
      }),
  ];
}

/**
 * What to annotate after a run of boards: one error for every entry without a score and every file that failed.
 *
 * @param record the run
 * @returns the annotations, failures to load first
 */
export function boardAnnotations({ boards, failures }: LeaderboardRecord): Annotation[] {
  return [
    ...failures.map(failureAnnotation),
    ...boards.flatMap(({ id, rows }) =>
      rows
        .filter(({ problem }) => problem !== null && problem !== "n/a")
        .map(({ model, problem }): Annotation => ({ level: "error", place: null, title: `${id}: ${model} failed`, message: problem ?? "" })),
    ),
  ];
}

/**
 * Annotations as the workflow commands that GitHub reads from a step's output.
 *
 * @param annotations the annotations
 * @returns a line for each
 * @source GitHub Docs, "Workflow commands for GitHub Actions" (escaping as in its toolkit)
 * @example githubCommands([{ level: "error", place: null, title: "a: b", message: "50 %" }]) // => ["::error title=a%3A b::50 %25"]
 */
export function githubCommands(annotations: readonly Annotation[]): string[] {
  return annotations.map(({ level, place, title, message }) => {
    const properties = { ...(place === null ? {} : { file: place.file, line: String(place.line) }), title };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${data(value).replaceAll(":", "%3A").replaceAll(",", "%2C")}`);
    return `::${level} ${written.join(",")}::${data(message)}`;
  });
}

/** A failure's message may end with where it was thrown, as `(file:line:column)`. */
function failureAnnotation({ file, message }: FailureRecord): Annotation {
  const line = Number(/:(\d+):\d+\)$/.exec(message)?.[1] ?? 1);
  return { level: "error", place: file.startsWith("(") ? null : { file, line }, title: `${file} failed`, message };
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
