import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { killChildProcesses, watchChildProcesses } from "../../src/cli/childProcesses.js";

test("a process started after the watch began is ended", async () => {
  watchChildProcesses();
  const child = spawn(process.execPath, ["-e", "for (;;);"]);
  await once(child, "spawn");
  killChildProcesses();
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
  killChildProcesses();
});
