import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandLimits, runCommand } from "../../../src/leaderboard/submission/runCommand.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const limits: CommandLimits = { seconds: 30, megabytes: 4096, output: 1000 };
const run = async (command: readonly string[], changes: Partial<CommandLimits> = {}, input: Iterable<string> = ["a", "b"]): Promise<string> =>
  new TextDecoder().decode(await runCommand(command, folder, input, { ...limits, ...changes }));
const sh = (script: string, changes: Partial<CommandLimits> = {}): Promise<string> => run(["sh", "-c", script], changes);

/** Whether a process is at work, which one that nobody has buried is not. */
const atWork = (pid: string): boolean => {
  try {
    return !/^(Z|$)/.test(execFileSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" }).trim());
  } catch {
    return false;
  }
};
/** Waits for the end of the process that wrote its number to a file. */
async function hasEnded(file: string): Promise<boolean> {
  const pid = readFileSync(join(folder, file), "utf8").trim();
  for (let i = 0; i < 100 && atWork(pid); i++) await sleep(50);
  return !atWork(pid);
}

test("what it prints of its input is the answer", async () => {
  expect(await run(["cat"])).toBe("a\nb\n");
  expect(await run(["true"])).toBe("");
});

test("it runs in the folder, its words go through no shell, and little of the environment is seen", async () => {
  process.env.SIMVERDICT_SECRET = "secret";
  expect(await run(["pwd"])).toBe(`${folder}\n`);
  expect(await run(["printf", "%s|", "$HOME; `id`", "*"])).toBe("$HOME; `id`|*|");
  const seen = (await run(["env"], { output: 10_000 })).split("\n").map((line) => line.split("=")[0]);
  delete process.env.SIMVERDICT_SECRET;
  const own = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_", ""];
  const measured = "NODE_V8_COVERAGE"; // Node itself hands it to every child while coverage is measured
  expect(seen.filter((name) => ![...own, measured].includes(name))).toEqual([]);
});

test("it need not read its input, however long", async () => {
  expect(await run(["echo", "done"], {}, Array.from({ length: 100_000 }, () => "x".repeat(20)))).toBe("done\n");
});

test.each([
  ["exits with a code", "echo oops >&2; echo worse >&2; exit 3", "the command ended with code 3: worse"],
  ["prints escape codes as its last words", "printf '\\033[31mred\\033[0m' >&2; exit 1", "the command ended with code 1: red"],
  ["dies", "kill -9 $$", "the command ended with SIGKILL"],
])("one that %s", async (_, script, why) => {
  await expect(sh(script)).rejects.toThrow(expect.objectContaining({ name: "BadSubmission", message: why }) as Error);
});

test("one that is not there", async () => {
  await expect(run(["no-such-program"])).rejects.toThrow(/^the command ended with code 127: .*not found/);
});

test("one that hangs is ended with its children", async () => {
  await expect(sh("sleep 1000 & echo $! > sleeper; wait", { seconds: 0.5 })).rejects.toThrow("the command did not end within 0.5 s");
  expect(await hasEnded("sleeper")).toBe(true);
});

test("one that floods is ended", async () => {
  await expect(run(["yes"])).rejects.toThrow("the command printed more than 1000 bytes");
});

test("one that floods its standard error is listened to in vain", async () => {
  expect(await sh("i=0; while [ $i -lt 2000 ]; do echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done; echo done")).toBe("done\n");
});

test("one that takes too much memory fails by itself", async () => {
  const greedy = [process.execPath, "-e", "const a = []; for (;;) a.push(Buffer.alloc(1 << 26, 1));"];
  await expect(run(greedy, { megabytes: 2048 })).rejects.toThrow(/^the command ended with /);
});

test("what it leaves running ends with it", async () => {
  expect(await sh("sleep 1000 & echo $! > left; echo done")).toBe("done\n");
  expect(await hasEnded("left")).toBe(true);
});

test("it ends when the process that started it is killed", async () => {
  const source = fileURLToPath(new URL("../../../src/leaderboard/submission/runCommand.ts", import.meta.url));
  const script = `import(${JSON.stringify(source)}).then(({ runCommand }) => runCommand(["sh", "-c", "echo $$ > orphan; exec sleep 1000"], ${JSON.stringify(folder)}, [], { seconds: 100, megabytes: 4096, output: 10 }))`;
  const parent = spawn(process.execPath, ["--import", "tsx", "-e", script], { stdio: "inherit" });
  for (let i = 0; i < 400 && !(existsSync(join(folder, "orphan")) && readFileSync(join(folder, "orphan"), "utf8") !== ""); i++) await sleep(50);
  parent.kill("SIGKILL");
  await once(parent, "exit");
  expect(await hasEnded("orphan")).toBe(true);
});
