import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verdictsRecord } from "../../src/harness/record.js";
import { simverdict } from "./simverdict.js";

test("only the broken worlds run; a survivor is a failure, a false claim is not its business", async () => {
  const out = mkdtempSync(join(tmpdir(), "simverdict-"));
  const { code, stdout } = await simverdict(["falsify", "refuted.theorem.ts", "--out", out]);
  expect(code).toBe(1);
  expect(readdirSync(out)).toEqual(["falsifiers.json"]);
  const { theorems, run } = verdictsRecord.parse(JSON.parse(readFileSync(join(out, "falsifiers.json"), "utf8")));
  rmSync(out, { recursive: true });
  expect(theorems.map(({ id, verdict, claims }) => [id, verdict, claims])).toEqual([
    ["cli/refuted/claim", "upheld", []],
    ["cli/refuted/property", "upheld", []],
    ["cli/refuted/survivor", "invalid", []],
  ]);
  expect(run.decisions).toEqual({ claims: 0, falsifiers: 4 });
  expect(stdout).toMatch(/ {2}! falsifier "same" survived: claim "heads" upheld ≤ 0\.5: mean .*\n {2}replay: npx simverdict falsify /);
});
