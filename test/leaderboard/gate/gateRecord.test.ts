import { expect, test } from "vitest";
import { gateRecord, rowFinding, theoremFinding } from "../../../src/leaderboard/gate/gateRecord.js";
import { gateOf, lostOf, rowFindingOf } from "./gates.js";

test("a record survives the way through JSON", () => {
  const record = gateOf({ theorems: [lostOf()], rows: [rowFindingOf()] });
  expect(gateRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
});

test("NaN, unknown verdicts and unknown fields are rejected", () => {
  expect(rowFinding.safeParse({ ...rowFindingOf(), margin: NaN }).success).toBe(false);
  expect(rowFinding.safeParse({ ...rowFindingOf(), verdict: "bad" }).success).toBe(false);
  expect(theoremFinding.safeParse({ ...lostOf(), extra: 1 }).success).toBe(false);
  expect(gateRecord.safeParse(gateOf({ errorBound: 2 })).success).toBe(false);
});
