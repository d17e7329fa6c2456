import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runOrder } from "../../src/cli/runOrder.js";
import { DEFAULT_SETTINGS } from "../../src/harness/settings.js";
import { SPECS } from "./simverdict.js";

let folder: string;
let home: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  home = process.cwd();
  process.chdir(SPECS);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const run = (task: string, board: string, module?: string): Promise<void> =>
  runOrder({
    order: { do: "export", folder: join(folder, "out"), training: 0 },
    task,
    settings: DEFAULT_SETTINGS,
    boards: [`boards/${board}.board.ts`],
    backend: undefined,
    ...(module === undefined ? {} : { module }),
  });

test("the leaderboard of the task carries it out, and no other", async () => {
  await run("bits/two", "bits");
  expect(existsSync(join(folder, "out", "task.json"))).toBe(true);
});

test("what the leaderboard refuses, a task that is not there, and a file that fails", async () => {
  await expect(run("bits", "bits")).rejects.toThrow('there is no task "bits"; there are bits/one, bits/two');
  await expect(run("bits/one", "none")).rejects.toThrow('there is no task "bits/one"; no board file was found');
  await expect(run("refused", "refused")).rejects.toThrow("boards/refused.board.ts: leaderboard refused has no entry");
});

test("a submitted module is loaded first, TypeScript and all; one that throws is named", async () => {
  const module = join(folder, "entry.ts");
  writeFileSync(module, `import { writeFileSync } from "node:fs";\nimport { Key } from "simverdict";\nwriteFileSync(${JSON.stringify(join(folder, "loaded"))}, String(Key.root(0) satisfies Key));\n`);
  rmSync(join(folder, "out"), { recursive: true, force: true });
  await run("sound", "sound", module);
  expect(existsSync(join(folder, "loaded"))).toBe(true);
  writeFileSync(module, 'throw new Error("boom\\nand more");\n');
  await expect(run("sound", "sound", module)).rejects.toThrow("with the submitted module: boom and more");
});
