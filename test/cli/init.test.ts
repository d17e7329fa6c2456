import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { init } from "../../src/cli/init.js";
import { UsageError } from "../../src/cli/usageError.js";
import { verdictsRecord } from "../../src/harness/record.js";
import { leaderboardRecord } from "../../src/leaderboard/record.js";
import { type Ended, simverdict } from "./simverdict.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]): Promise<Ended> => simverdict(words, { cwd: folder });
const recordIn = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));

/** The words of the command that `init` names as the next. */
function nextCommand({ stdout }: Ended): string[] {
  const [, command] = /^next: npx simverdict (.*)$/m.exec(stdout) ?? [];
  return [...(command ?? "").matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
}

describe("a scaffold runs as it is, by the command that init names", () => {
  test("theorem: upheld at three seeds (false alarm < 1e-4: 6 verdicts at 1e-5), and falsifiable", async () => {
    const made = await run("init", "theorem");
    expect([made.code, made.stderr, existsSync(join(folder, "claims", "my-claim.theorem.ts"))]).toEqual([0, "", true]);
    for (let seed = 0; seed < 3; seed++) {
      const { code, stdout } = await run(...nextCommand(made), "--seed", String(seed), "--out", "theorem");
      expect(stdout).toMatch(/^upheld +my-claim/m);
      expect(code).toBe(0);
    }
    const { theorems, failures } = verdictsRecord.parse(recordIn("theorem/verdicts.json"));
    expect(failures).toEqual([]);
    expect(theorems).toMatchObject([{ id: "my-claim", falsifiers: [{ id: "too few draws", killed: true }] }]);
  });

  test("model: takes a place on a board beside its competitors", async () => {
    const made = await run("init", "model", "slope-2");
    const { code } = await run(...nextCommand(made), "--out", "model");
    expect(code).toBe(0);
    const { boards } = leaderboardRecord.parse(recordIn("model/leaderboard.json"));
    expect(boards).toHaveLength(1);
    expect(boards[0].rows.map(({ model }) => model).sort()).toEqual(["BIC, σ known", "Bayes rule (exact)", "slope-2"]);
    expect(boards[0].rows.filter(({ score, problem }) => score === null || problem !== null)).toEqual([]);
  });

  test("task: its reference leads its board", async () => {
    const made = await run("init", "task");
    expect(made.stdout.match(/^wrote .*$/gm)).toEqual(["wrote boards/coin-bias-task.ts", "wrote boards/coin-bias.board.ts"]);
    const { code } = await run(...nextCommand(made), "--out", "task");
    expect(code).toBe(0);
    const { boards } = leaderboardRecord.parse(recordIn("task/leaderboard.json"));
    expect(boards).toMatchObject([{ id: "coin-bias/squared-error", task: { id: "coin-bias", version: 1 } }]);
    expect(boards[0].rows[0].model).toBe("posterior mean (exact)");
  });

  test("ci: the example workflow", async () => {
    const { code, stdout } = await run("init", "ci");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^wrote \.github\/workflows\/simverdict\.yml$/m);
    const example = readFileSync(new URL("../../docs/examples/simverdict.yml", import.meta.url), "utf8");
    expect(readFileSync(join(folder, ".github", "workflows", "simverdict.yml"), "utf8")).toBe(example);
  });
});

test("--out writes into another folder, and says where to go on", async () => {
  const { code, stdout } = await run("init", "theorem", "a1-b", "--out", "there/deep");
  expect(code).toBe(0);
  expect(stdout).toBe("wrote there/deep/claims/a1-b.theorem.ts\nnext, in there/deep: npx simverdict verify 'claims/a1-b.theorem.ts'\n");
});

test("nothing is overwritten, and of two files none is written where one is there", async () => {
  mkdirSync(join(folder, "mine", "boards"), { recursive: true });
  writeFileSync(join(folder, "mine", "boards", "x.board.ts"), "mine");
  const { code, stdout, stderr } = await run("init", "task", "x", "--out", "mine");
  expect([code, stdout, stderr]).toEqual([2, "", "simverdict: mine/boards/x.board.ts is there already: choose another name, or --out\n"]);
  expect(readdirSync(join(folder, "mine", "boards"))).toEqual(["x.board.ts"]);
  expect(readFileSync(join(folder, "mine", "boards", "x.board.ts"), "utf8")).toBe("mine");
});

test.each(["poem", "constructor", ""])("no scaffold is called %j", async (kind) => {
  await expect(init(kind, undefined, { out: folder })).rejects.toThrow(new UsageError(`init needs one of theorem, model, task, ci, got "${kind}"`));
});

test.each(["My", "a_b", "-a", "a-", "a--b", "1a", "../a", "a/b", "", "a b", "$&", "a\n", "a".repeat(65)])("%j is no name", async (name) => {
  const out = join(folder, "bad");
  await expect(init("theorem", name, { out })).rejects.toThrow(new UsageError(`a name must be lower-case words joined by -, at most 64 characters, got "${name}"`));
  expect(existsSync(out)).toBe(false);
});

test("bad usage: one line and exit 2", async () => {
  const { code, stdout, stderr } = await run("init", "theorem", "My");
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^simverdict: a name must be [^\n]*, got "My"\n$/);
});

test("a folder that cannot be made: one line and exit 2", async () => {
  writeFileSync(join(folder, "file"), "");
  const { code, stderr } = await run("init", "theorem", "--out", "file/x");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^simverdict: cannot write to the folder [^\n]*\n$/);
});
