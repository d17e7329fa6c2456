import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { simverdict } from "./simverdict.js";

test.concurrent("list tells claims and falsifiers without running anything", async () => {
  const { code, stdout } = await simverdict(["list", "upheld.theorem.ts", "endless.theorem.ts"]);
  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 5)).toEqual([
    "cli/endless",
    "  A computation that does not end (none: made for a test)",
    "  claim      z  ≤ 0.5  Z",
    "  falsifier  none: breaks nothing; must refute z",
    "cli/upheld/at-most",
  ]);
});

test.concurrent("list --json is JSON and nothing else; a file that fails is in it", async () => {
  const { code, stdout, stderr } = await simverdict(["list", "upheld.theorem.ts", "load/throws.theorem.ts", "--json"]);
  expect(code).toBe(1);
  const { theorems, failures } = JSON.parse(stdout) as { theorems: { id: string }[]; failures: unknown[] };
  expect(theorems.map(({ id }) => id)).toEqual(["cli/upheld/at-most", "cli/upheld/within"]);
  expect(failures).toEqual([{ file: "load/throws.theorem.ts", message: "no fixture: run it again (load/throws.theorem.ts:1:7)" }]);
  expect(stderr).toContain("failed: load/throws.theorem.ts: no fixture: run it again (load/throws.theorem.ts:1:7)\n");
});

test.concurrent("a spec in a folder of its own is found from there, and the folder stays clean", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  mkdirSync(join(folder, "claims"));
  mkdirSync(join(folder, "work"));
  const spec = `import { atMost, theorem } from "simverdict";
    theorem("mine", {
      title: "t", statement: "s", source: { cite: "c", where: "w" }, assumptions: [],
      claims: { z: atMost(0.5, { of: "Z", range: [0, 1], because: "b" }) },
      budget: { smoke: { samples: 100 } },
      world: { z: 0 },
      falsifiers: { one: { breaks: "z", world: { z: 1 }, mustRefute: ["z"] } },
      prepare: ({ z }) => z,
      *evidence(z) { for (;;) yield { z }; },
    });`;
  writeFileSync(join(folder, "claims", "mine.theorem.ts"), spec);
  const inside = await simverdict(["verify", "claims/**/*.theorem.ts"], { cwd: folder });
  expect([inside.code, inside.stderr]).toEqual([0, ""]);
  expect(inside.stdout).toMatch(/^upheld +mine /m);
  expect(readdirSync(folder).sort()).toEqual(["claims", "results", "work"]);
  const beside = await simverdict(["verify", "../claims/*.theorem.ts", "--out", "here"], { cwd: join(folder, "work") });
  expect([beside.code, beside.stderr]).toEqual([0, ""]);
  rmSync(folder, { recursive: true });
});
