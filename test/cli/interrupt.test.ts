import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { simverdict } from "./simverdict.js";

/** Whether a process is still at work; one that nobody has buried yet is not. */
function atWork(pid: string): boolean {
  try {
    return !/^(Z|$)/.test(execFileSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" }).trim());
  } catch {
    return false;
  }
}

test.each(["SIGINT", "SIGTERM"] as const)("%s: exit 130, the earlier record untouched, no worker left behind", async (signal) => {
  const out = mkdtempSync(join(tmpdir(), "simverdict-"));
  writeFileSync(join(out, "verdicts.json"), "an earlier record");
  let worker = "";
  const { code, stderr } = await simverdict(["verify", "endless.theorem.ts", "--out", out], {
    meanwhile: (kill, stdout) => {
      const pid = /^worker (\d+)$/m.exec(stdout)?.[1];
      if (pid === undefined || worker !== "") return;
      worker = pid;
      kill(signal);
    },
  });
  expect(code).toBe(130);
  expect(stderr).toBe("simverdict: interrupted; no record was written\n");
  expect(readdirSync(out)).toEqual(["verdicts.json"]);
  rmSync(out, { recursive: true });
  for (let i = 0; i < 50 && atWork(worker); i++) await sleep(100);
  expect(atWork(worker)).toBe(false);
});
