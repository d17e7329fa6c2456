import { expect, test } from "vitest";
import { accumulateEvidence } from "../../src/harness/ledgerEvidence.js";
import { ledgerLines } from "../../src/report/ledgerText.js";
import { entryOf } from "../harness/ledgers.js";

const linesOf = (...entries: Parameters<typeof entryOf>[0][]): string[] => ledgerLines(accumulateEvidence(entries.map(entryOf), 1e-5));

test("a line for every claim, with its seeds and the powers of ten", () => {
  const [first, second] = linesOf({}, { seed: 1 }, { seed: 1 }, { claim: "no", seed: 3, logE: { for: -1, against: 3 } });
  expect(first).toBe("upheld       coin  heads  ≤ 0.5  smoke  2 seeds (0, 1), 1 repeated, n = 80, log₁₀ e 10.4 for, −0.869 against");
  expect(second).toBe("inconclusive coin  no     ≤ 0.5  smoke  1 seed (3), n = 40, log₁₀ e −0.434 for, 1.3 against");
});

test("a long list of seeds is cut", () => {
  expect(linesOf(...Array.from({ length: 7 }, (_, seed) => ({ seed })))[0]).toContain("7 seeds (0, 1, 2, 3, 4, …)");
});

test("what there is no e-value of, and why", () => {
  const property = { kind: "forAll", margin: null, logE: null } as const;
  expect(linesOf(property)[0]).toContain("no e-value: forAll makes no statistical error");
  expect(linesOf({ logE: null, verdict: "invalid" })[0]).toMatch(/^invalid .*no e-value: a run was invalid$/);
});

test("what a product says of trained nets is said where nets were in use", () => {
  expect(linesOf({}).join("\n")).not.toContain("nets");
  const lines = linesOf({ backend: "tfjs-wasm" });
  expect(lines[0]).toMatch(/ \*$/);
  expect(lines.at(-1)).toMatch(/^\* Nets were in use\. .*not all of these nets/);
});

test("runs that were left out are counted", () => {
  expect(linesOf({ commit: "a+dirty" })).toEqual(["1 line of changed working copies (+dirty) left out: no commit identifies their code."]);
});
