import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tellGithub } from "../../src/cli/tellGithub.js";
import type { Annotation } from "../../src/report/githubAnnotations.js";
import { simverdict } from "./simverdict.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const annotation: Annotation = { level: "error", place: { file: "a.ts", line: 2 }, title: "a", message: "b" };
async function told(environment: Record<string, string>, news = { annotations: [annotation], summary: "# A" }): Promise<string[]> {
  const printed: string[] = [];
  await tellGithub(() => news, (lines) => printed.push(...lines), environment);
  return printed;
}

test("elsewhere nothing is made, printed or written", async () => {
  const made = (): never => {
    throw new Error("made");
  };
  await tellGithub(made, made, { GITHUB_STEP_SUMMARY: join(folder, "none") });
});

test("annotations are printed, summaries appended", async () => {
  const environment = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(folder, "summary") };
  expect(await told(environment)).toEqual(["::error file=a.ts,line=2,title=a::b"]);
  await told(environment);
  expect(readFileSync(join(folder, "summary"), "utf8")).toBe("# A\n# A\n");
});

test("files are named from the workspace; those outside have no place", async () => {
  expect(await told({ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: join(process.cwd(), "..") })).toEqual([expect.stringMatching(/^::error file=[^/,]+\/a\.ts,/)]);
  expect(await told({ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder })).toEqual(["::error title=a::b"]);
});

test("a summary that cannot be written is a warning", async () => {
  const [, warning] = await told({ GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: folder });
  expect(warning).toMatch(/^::warning title=simverdict::the job summary was not written: /);
});

describe("the commands", () => {
  const inJob = (name: string, ...words: string[]) =>
    simverdict([...words, "--out", join(folder, name), "--junit", join(folder, name, "deep", "junit.xml")], {
      env: { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(folder, `${name}.md`) },
    });

  test("verify: an error where a claim was refuted, a warning where it was not decided, the summary, the XML", async () => {
    const { code, stdout } = await inJob("verify", "verify", "refuted.theorem.ts", "undecided.theorem.ts", "load/throws.theorem.ts");
    expect(code).toBe(1);
    const commands = stdout.split("\n").filter((line) => line.startsWith("::"));
    expect(commands.map((line) => line.slice(0, line.indexOf("::", 2)))).toEqual([
      "::error file=load/throws.theorem.ts,line=1,title=load/throws.theorem.ts failed",
      "::error file=refuted.theorem.ts,line=5,title=cli/refuted/claim is refuted",
      "::error file=refuted.theorem.ts,line=10,title=cli/refuted/property is refuted",
      "::error file=refuted.theorem.ts,line=6,title=cli/refuted/survivor is invalid",
      "::warning file=undecided.theorem.ts,line=4,title=cli/undecided is inconclusive",
    ]);
    expect(commands[1]).toContain("%0Areplay: npx simverdict verify --filter 'cli/refuted/claim$'");
    expect(readFileSync(join(folder, "verify.md"), "utf8")).toMatch(/^### ❌ .*cli\/refuted\/survivor/s);
    expect(readFileSync(join(folder, "verify", "deep", "junit.xml"), "utf8")).toMatch(/^<\?xml .*name="claim heads"/s);
  });

  test("bench: an error for an entry that failed, the boards, the XML", async () => {
    const { code, stdout } = await inJob("bench", "bench", "boards/failing.board.ts");
    expect(code).toBe(1);
    expect(stdout).toContain("::error title=failing/error%3A throws failed::no net: it was never trained\n");
    expect(readFileSync(join(folder, "bench.md"), "utf8")).toMatch(/^# Leaderboards/);
    expect(readFileSync(join(folder, "bench", "deep", "junit.xml"), "utf8")).toContain('name="entry sound"');
  });

  test("with --json, standard output stays the record", async () => {
    const { stdout, stderr } = await inJob("json", "verify", "undecided.theorem.ts", "--json");
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toContain("::warning file=undecided.theorem.ts");
  });
});
