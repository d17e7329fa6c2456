import { expect, test } from "vitest";
import { simverdict } from "./simverdict.js";

test.concurrent("what is there, with versions, is well", async () => {
  const { code, stdout } = await simverdict(["doctor", "--json"]);
  const { findings } = JSON.parse(stdout) as { findings: { what: string; found: string; ok: boolean }[] };
  expect(code).toBe(0);
  expect(findings.map(({ what }) => what)).toEqual(expect.arrayContaining(["simverdict", "node", "vitest", "backend", "cores"]));
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.find(({ what }) => what === "node")!.found).toBe(process.version);
});

test.concurrent("a backend that does not exist is found, with the way out", async () => {
  const { code, stdout } = await simverdict(["doctor", "--backend", "abacus"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^✗ backend .*abacus.*\n +to mend: /m);
});
