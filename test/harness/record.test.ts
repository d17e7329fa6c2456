import fc from "fast-check";
import { expect, test } from "vitest";
import { claimRecord, failureRecord, falsifierRecord, theoremRecord, verdictsRecord } from "../../src/harness/record.js";
import { claimOf, falsifierOf, runOf, theoremOf } from "./records.js";

test("a record survives the way through JSON", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
  fc.assert(
    fc.property(finite, finite, fc.string(), (estimate, logE, text) => {
      const claim = claimOf({ estimate, logE: { for: logE, against: -logE }, statement: text, reason: text });
      const run = runOf({ theorems: [theoremOf({ claims: [claim] })], failures: [{ file: text, message: text }] });
      const [there, back] = [verdictsRecord.parse(run), verdictsRecord.parse(JSON.parse(JSON.stringify(run)))];
      expect(JSON.stringify(back)).toBe(JSON.stringify(there));
    }),
  );
});

test.each([NaN, Infinity, -Infinity])("%d is no finding", (bad) => {
  for (const changes of [{ estimate: bad }, { lower: bad }, { upper: bad }, { alpha: bad }, { logE: { for: bad, against: 0 } }]) {
    expect(claimRecord.safeParse(claimOf(changes)).success).toBe(false);
  }
});

test("unknown fields, missing fields and unknown verdicts are rejected", () => {
  expect(claimRecord.safeParse({ ...claimOf(), extra: 1 }).success).toBe(false);
  expect(claimRecord.safeParse({ ...claimOf(), id: undefined }).success).toBe(false);
  expect(claimRecord.safeParse({ ...claimOf(), verdict: "passed" }).success).toBe(false);
  expect(falsifierRecord.safeParse(falsifierOf({ mustRefute: [] })).success).toBe(false);
  expect(falsifierRecord.safeParse(falsifierOf({ samples: 1.5 })).success).toBe(false);
  expect(theoremRecord.safeParse(theoremOf({ id: "" })).success).toBe(false);
  expect(failureRecord.safeParse({ file: "a" }).success).toBe(false);
});

test("only its own schema version is read", () => {
  expect(verdictsRecord.safeParse({ ...runOf(), schema: "simverdict/verdicts@2" }).success).toBe(false);
});
