import { expect, test } from "vitest";
import type { ClaimRecord, FalsifierRecord } from "../../../src/harness/record.js";
import { compareVerdicts } from "../../../src/leaderboard/gate/compareVerdicts.js";
import { claimOf, falsifierOf, theoremOf } from "../../harness/records.js";

const upheld = (changes: Partial<ClaimRecord> = {}): ClaimRecord => claimOf({ kind: "atMost", margin: 0.5, range: [0, 1], verdict: "upheld", ...changes });
const of = (claim: ClaimRecord, falsifier: FalsifierRecord = falsifierOf()) => [theoremOf({ id: "a", claims: [claim], falsifiers: [falsifier] })];
/** The verdicts of what differs. */
const found = (base: ReturnType<typeof of>, now: typeof base) => compareVerdicts(base, now).findings.map(({ part, verdict }) => `${part} ${verdict}`);

test("equal theorems differ in nothing, whatever their numbers", () => {
  expect(compareVerdicts(of(upheld()), of(upheld({ estimate: 0.3, samples: 5 })))).toEqual({ findings: [], parts: 2 });
});

test.each(["refuted", "inconclusive", "invalid"] as const)("upheld, now %s: lost; the other way round: mended", (verdict) => {
  expect(found(of(upheld()), of(upheld({ verdict })))).toEqual(["claim heads lost"]);
  expect(found(of(upheld({ verdict })), of(upheld()))).toEqual(["claim heads mended"]);
  expect(found(of(upheld({ verdict })), of(upheld({ verdict: "refuted" })))).toEqual([]);
});

test("a falsifier that survives is lost, one that is killed now is mended", () => {
  const survivor = falsifierOf({ killed: false });
  expect(found(of(upheld()), of(upheld(), survivor))).toEqual(["falsifier heavy lost"]);
  expect(found(of(upheld(), survivor), of(upheld()))).toEqual(["falsifier heavy mended"]);
});

test("what is gone is removed; what is new is fine", () => {
  expect(found(of(upheld()), [])).toEqual(["theorem removed"]);
  expect(found([], of(upheld({ verdict: "refuted" })))).toEqual(["theorem new"]);
  expect(found(of(upheld()), of(upheld({ id: "tails" }), falsifierOf({ id: "light" })))).toEqual(["claim heads removed", "falsifier heavy removed"]);
});

test.each<[Partial<ClaimRecord>, Partial<ClaimRecord>, boolean]>([
  [{ margin: 0.5 }, { margin: 0.6 }, true],
  [{ margin: 0.5 }, { margin: 0.4 }, false],
  [{ kind: "atLeast", margin: 0.5 }, { kind: "atLeast", margin: 0.4 }, true],
  [{ kind: "atLeast", margin: 0.5 }, { kind: "atLeast", margin: 0.6 }, false],
  [{ kind: "within", margin: [0.2, 0.5] }, { kind: "within", margin: [0.2, 0.6] }, true],
  [{ kind: "within", margin: [0.2, 0.5] }, { kind: "within", margin: [0.3, 0.4] }, false],
  [{ kind: "within", margin: [0.2, 0.5] }, { kind: "atMost", margin: 0.5 }, true],
  [{}, { range: [0, 2] }, true],
  [{ kind: "forAll", margin: null, range: null }, { kind: "forAll", margin: null, range: null }, false],
  [{}, { kind: "forAll", margin: null, range: null }, true],
])("%j, now %j: claims less? %s", (old, now, isChanged) => {
  expect(found(of(upheld(old)), of(upheld(now)))).toEqual(isChanged ? ["claim heads changed"] : []);
});

test("a falsifier that must refute less is changed", () => {
  const both = falsifierOf({ mustRefute: ["heads", "tails"] });
  expect(found(of(upheld(), both), of(upheld(), falsifierOf({ mustRefute: ["heads"] })))).toEqual(["falsifier heavy changed"]);
  expect(found(of(upheld(), falsifierOf({ mustRefute: ["heads"] })), of(upheld(), both))).toEqual([]);
});

test("says what it was and is, and where the theorem stands", () => {
  const [finding] = compareVerdicts(of(upheld()), [{ ...of(upheld({ verdict: "refuted" }))[0], file: "a.theorem.ts" }]).findings;
  expect(finding).toMatchObject({ theorem: "a", file: "a.theorem.ts", before: expect.stringMatching(/^≤ 0\.5 upheld, mean /) as string, after: expect.stringMatching(/^≤ 0\.5 refuted, mean /) as string });
});
