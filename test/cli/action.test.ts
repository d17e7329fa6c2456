import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseSimpleYaml, type Yaml } from "./simpleYaml.js";
import { type Ended, simverdict, SPECS } from "./simverdict.js";

interface Step {
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Workflow {
  readonly on: Readonly<Record<string, Yaml>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const action = parseSimpleYaml(read("action.yml")) as unknown as Action;
const workflow = parseSimpleYaml(read("docs/examples/simverdict.yml")) as unknown as Workflow;
const theStep = action.runs.steps.find(({ run }) => run?.includes("simverdict"))!;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  mkdirSync(join(folder, "bin"));
  // What npx is to the action: the command of the same name, from this repository.
  writeFileSync(join(folder, "bin", "npx"), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${join(ROOT, "dist", "cli", "main.js")}" "$@"\n`, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The action's own step, as GitHub runs it: inputs with their defaults, bash with -e. */
function runStep(inputs: Readonly<Record<string, string>>): Promise<Ended> {
  const filled = (text: string): string => text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name].default);
  const variables = Object.fromEntries(Object.entries(theStep.env ?? {}).map(([name, text]) => [name, filled(text)]));
  const env = { HOME: folder, PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`, ...variables };
  return new Promise((resolve) => {
    execFile("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", theStep.run ?? ""], { cwd: SPECS, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe("action.yml", () => {
  test("is composite; every step has a shell or an action, and every input that is used is declared and described", () => {
    expect(action.runs.using).toBe("composite");
    for (const { uses, run, shell } of action.runs.steps) expect(uses !== undefined || (run !== undefined && shell === "bash")).toBe(true);
    const used = [...JSON.stringify(action.runs).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { description, default: fallback } of Object.values(action.inputs)) expect([description, fallback]).toEqual([expect.stringMatching(/\S/), expect.any(String)]);
  });

  test("no input is pasted into a script", () => {
    for (const { run } of action.runs.steps) expect(run ?? "").not.toContain("${{");
  });

  test("the records are kept even if the run fails", () => {
    const upload = action.runs.steps.find(({ uses }) => uses?.startsWith("actions/upload-artifact@"));
    expect(upload?.if).toMatch(/^always\(\)/);
    expect(upload?.with?.path).toContain("inputs.out");
  });

  test.each(action.inputs.command.description.split(/, | or /))("simverdict %s exists, with the options that the action gives", async (command) => {
    const { code, stdout } = await simverdict([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: simverdict ${command} `));
    for (const [option] of (theStep.run ?? "").matchAll(/(?<=[\s(])--(?!no-install)[a-z]+/g)) expect(stdout).toContain(`${option} <`);
  });

  test("its step runs: patterns and options split at white space, exit code passed on, records and JUnit XML kept", async () => {
    const out = join(folder, "records");
    const { code, stdout } = await runStep({ patterns: "und*.theorem.ts\n  upheld.theorem.ts", args: "--alpha 0.001 --jobs 1", seed: "5", filter: "cli/u", out });
    expect(stdout).toMatch(/^simverdict .*seed 5, alpha 0\.001, 1 job$/m);
    expect(stdout).toContain("cli/undecided");
    expect(stdout).toContain("cli/upheld/within");
    expect(code).toBe(3);
    expect(readdirSync(out).sort()).toEqual(["REPORT.md", "junit.xml", "report.html", "verdicts.json"]);
  });

  test("an input is no code", async () => {
    const { code, stdout } = await runStep({ filter: '"; touch "$HOME/owned"; echo "', patterns: "$(echo owned) upheld.theorem.ts", out: join(folder, "safe") });
    expect([code, stdout.includes("owned"), existsSync(join(folder, "owned"))]).toEqual([2, false, false]);
  });
});

describe("docs/examples/simverdict.yml", () => {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("installs before it uses the action that ships with the package", () => {
    expect(Object.keys(workflow.on)).toEqual(["push", "pull_request", "schedule"]);
    const names = steps.map(({ uses, run }) => uses ?? run);
    const job = ["actions/checkout@v4", "actions/setup-node@v4", "npm ci", "./node_modules/simverdict"];
    expect([Object.keys(workflow.jobs), names]).toEqual([["verify", "gate"], [...job, ...job]]);
  });

  test("gives the action inputs that it has", () => {
    for (const { with: given = {} } of steps.filter(({ uses }) => uses === "./node_modules/simverdict")) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(given.patterns).toBe("claims/**/*.theorem.ts");
    }
  });
});

test("docs/ci.md names commands and options that exist", async () => {
  const text = read("docs/ci.md");
  const commands = [...new Set([...text.matchAll(/npx simverdict (\w+)/g)].map(([, name]) => name))];
  const helps = await Promise.all(commands.map((name) => simverdict([name, "--help"])));
  expect(helps.map(({ code }) => code)).toEqual(commands.map(() => 0));
  const help = helps.map(({ stdout }) => stdout).join("\n");
  for (const [option] of text.matchAll(/(?<=[\s`])--(?!save-dev)[a-z]+(?:-[a-z]+)*/g)) expect(help).toContain(option);
});

describe("the YAML of these files is simple", () => {
  test("maps, lists, scalars and literal blocks", () => {
    const text = 'a: b # c\nb:\n  - x: "1"\n    y: |\n      p\n\n        q\n  - z\n# no\nc:\nd:\n  e: f\n';
    expect(parseSimpleYaml(text.replace(" # c", ""))).toEqual({ a: "b", b: [{ x: "1", y: "p\n\n  q\n" }, "z"], c: "", d: { e: "f" } });
  });

  test.each(["a: b # c", "a: [1]", "a: {b: c}", "a: 'b'", "a: &b c", "a: >", "a: b: c", "a: b\na: c", "a:\n  b: c\n d: e", "- a\nb: c", "a", "a: b\n  c: d"])("%j is refused", (text) => {
    expect(() => parseSimpleYaml(text)).toThrow(/^line \d+: /);
  });
});
