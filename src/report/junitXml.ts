import { xmlText as text } from "./xmlText.js";

/** One thing that was checked. */
export interface JunitCase {
  readonly name: string;
  /** Null if it passed. */
  readonly problem: {
    /** `failure`: it was judged and did not hold; `error`: it could not be judged; `skipped`: not counted against the run. */
    readonly kind: "failure" | "error" | "skipped";
    readonly type: string;
    readonly message: string;
  } | null;
  /** What was found, also where it passed. */
  readonly output: string;
}

/** Cases that belong together. */
export interface JunitSuite {
  readonly name: string;
  readonly seconds: number;
  /** What identifies the run. */
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly JunitCase[];
}

/**
 * Suites as JUnit XML, the format that CI services show.
 *
 * @param suites the suites
 * @param timestamp when the run began, ISO 8601
 * @returns a whole XML 1.0 document; characters that XML cannot hold are replaced by U+FFFD
 */
export function junitXml(suites: readonly JunitSuite[], timestamp: string): string {
  const all = suites.flatMap(({ cases }) => cases);
  const seconds = suites.reduce((sum, suite) => sum + suite.seconds, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="simverdict" ${counts(all)} time="${seconds.toFixed(3)}">`,
    ...suites.flatMap((suite) => suiteLines(suite, timestamp)),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteLines({ name, seconds, properties, cases }: JunitSuite, timestamp: string): string[] {
  return [
    `  <testsuite name="${text(name)}" ${counts(cases)} time="${seconds.toFixed(3)}" timestamp="${text(timestamp)}">`,
    "    <properties>",
    ...Object.entries(properties).map(([key, value]) => `      <property name="${text(key)}" value="${text(value)}"/>`),
    "    </properties>",
    ...cases.flatMap(({ name: own, problem, output }) => [
      `    <testcase classname="${text(name)}" name="${text(own)}">`,
      ...(problem === null ? [] : [problemLine(problem)]),
      `      <system-out>${text(output)}</system-out>`,
      "    </testcase>",
    ]),
    "  </testsuite>",
  ];
}

/** `skipped` has no type in the format. */
function problemLine({ kind, type, message }: NonNullable<JunitCase["problem"]>): string {
  return `      <${kind} message="${text(message)}"${kind === "skipped" ? "" : ` type="${text(type)}"`}/>`;
}

function counts(cases: readonly JunitCase[]): string {
  const of = (kind: string): number => cases.filter(({ problem }) => problem?.kind === kind).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
}
