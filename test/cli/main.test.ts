import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simverdict } from "./simverdict.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  writeFileSync(join(folder, "file"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The one line of a refused command, which must leave nothing behind. */
async function refusal(...words: string[]): Promise<string> {
  const out = join(folder, "out");
  const { code, stdout, stderr } = await simverdict(words[0] === "verify" && !words.includes("--out") ? [...words, "--out", out] : words);
  expect(code, stderr).toBe(2);
  expect(stdout.replace(/^simverdict .*\n/, "")).toBe("");
  expect(stderr).toMatch(/^simverdict: [^\n]+\n$/);
  expect(existsSync(join(out, "verdicts.json"))).toBe(false);
  return stderr.slice("simverdict: ".length).trimEnd();
}

describe("exit code 2, one line that says what and its domain, and no record", () => {
  test.concurrent.each([
    [["frobnicate"], "unknown command 'frobnicate' (simverdict --help)"],
    [["verify", "--fast"], "unknown option '--fast' (simverdict --help)"],
    [["verify", "--tier", "tiny"], 'tier must be one of smoke, standard, full, got "tiny"'],
    [["verify", "--alpha", "0"], 'alpha must be a number between 0 and 1, ends excluded, got "0"'],
    [["verify", "--seed", "-1"], 'seed must be an integer from 0 to 2^53 − 1, got "-1"'],
    [["verify", "--jobs", "two"], 'jobs must be a positive integer, got "two"'],
    [["list", "--tier", "tiny"], 'tier must be one of smoke, standard, full, got "tiny"'],
  ])("%j", async (words, message) => {
    expect(await refusal(...words)).toBe(message);
  });

  test("an output folder below a file, before any work", async () => {
    const out = join(folder, "file", "out");
    expect(await refusal("verify", "endless.theorem.ts", "--out", out)).toMatch(/^cannot write to the folder .*: choose another with --out$/);
  });

  test.concurrent.each([
    [["verify", "no-such-*.theorem.ts"], 'no spec file matches "no-such-*.theorem.ts"'],
    [["list", "no-such-*.theorem.ts"], 'no spec file matches "no-such-*.theorem.ts"'],
    [
      ["verify", "undecided.theorem.ts", "--filter", "zzz"],
      'nothing matches --filter "zzz"; there are cli/undecided',
    ],
    [["verify", "plain.theorem.ts"], "the spec files hold nothing to check: zero claims checked"],
  ])("nothing to check: %j", async (words, message) => {
    expect((await refusal(...words)).split("simverdict: ").at(-1)).toBe(message);
  });
});

test.concurrent("no command at all: the help, on standard error", async () => {
  const { code, stdout, stderr } = await simverdict([]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^Usage: simverdict .*\nExit codes: /s);
  expect(stderr).not.toContain("outputHelp");
});

test.concurrent("--help and --version succeed on standard output", async () => {
  const [help, version] = await Promise.all([simverdict(["verify", "--help"]), simverdict(["--version"])]);
  expect([help.code, version.code]).toEqual([0, 0]);
  expect(help.stdout).toContain("--allow-inconclusive");
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
