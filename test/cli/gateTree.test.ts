import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commitOf, openTree } from "../../src/cli/gateTree.js";
import { type GateProject, gateProject, makeWorse } from "./gateProject.js";

let project: GateProject;
let [home, temporary]: (string | undefined)[] = [];
beforeAll(() => {
  project = gateProject();
  [home, temporary] = [process.cwd(), process.env.TMPDIR];
  process.chdir(project.folder);
  process.env.TMPDIR = project.temporary;
});
afterAll(() => {
  process.chdir(home!);
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  project.remove();
});

test("the commit of a ref, in a repository", () => {
  const head = project.git("rev-parse", "HEAD").trim();
  expect([commitOf("HEAD"), commitOf(head.slice(0, 10))]).toEqual([head, head]);
  for (const bad of ["nowhere", "--all", "", "HEAD:claims"]) expect(commitOf(bad)).toBeUndefined();
  process.chdir("/");
  expect(commitOf("HEAD")).toBeUndefined();
  process.chdir(project.folder);
});

test("a commit is run as it was, beside a working copy that stays as it is, from any of its folders", async () => {
  makeWorse(project);
  const status = project.git("status", "--porcelain");
  process.chdir("claims");
  const tree = openTree(commitOf("HEAD")!);
  const { verdicts, scores } = await tree.records(["--only", "theorems", "--jobs", "1", "--", "*.theorem.ts"]);
  expect([verdicts?.theorems.map(({ id, verdict }) => [id, verdict]), scores]).toEqual([[["mean", "upheld"]], null]);
  await expect(tree.records(["--tier", "tiny"])).rejects.toThrow(`the base at ${tree.commit.slice(0, 12)} cannot be run: tier must be one of smoke, standard, full, got "tiny"`);
  tree.remove();
  process.chdir(project.folder);
  expect([project.git("status", "--porcelain"), readdirSync(project.temporary)]).toEqual([status, []]);
});

test("what cannot be unpacked leaves nothing", () => {
  expect(() => openTree("0".repeat(40))).toThrow(`commit ${"0".repeat(40)} cannot be unpacked: `);
  expect(readdirSync(project.temporary)).toEqual([]);
  expect([existsSync(project.folder), execFileSync("git", ["-C", project.folder, "worktree", "list"], { encoding: "utf8" }).trim().split("\n").length]).toEqual([true, 1]);
});

test("interrupted while the base runs: exit 130, no record, nothing left running or behind", async () => {
  const pid = join(project.temporary, "pid");
  writeFileSync(join(project.folder, "claims", "endless.theorem.ts"), `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(pid)}, String(process.pid));\nfor (;;);\n`);
  project.git("add", "--all");
  project.git("commit", "--quiet", "--message", "endless");
  const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
  const child = spawn(process.execPath, [main, "gate", "claims/endless.theorem.ts", "--base", "HEAD", "--out", "out"], { cwd: project.folder, stdio: "ignore" });
  for (let i = 0; i < 600 && !existsSync(pid); i++) await sleep(50);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
  const worker = `/proc/${readFileSync(pid, "utf8")}/cmdline`;
  const command = (): string => (existsSync(worker) ? readFileSync(worker, "utf8") : "");
  for (let i = 0; i < 100 && command() !== ""; i++) await sleep(50);
  expect([command(), readdirSync(join(project.folder, "out")), readdirSync(project.temporary).filter((name) => name.startsWith("simverdict-"))]).toEqual(["", [], []]);
});
