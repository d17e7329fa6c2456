import { expect, test } from "vitest";
import { bareRecord } from "../../src/harness/bareRecord.js";
import { claimRecord } from "../../src/harness/record.js";
import { seldom } from "./coin.js";

test("says what was found, and nothing of an estimate", () => {
  const record = bareRecord("heads", seldom, { verdict: "refuted", samples: 3, counterexample: "tails" });
  expect(claimRecord.parse(record)).toEqual(record);
  expect(record).toMatchObject({ id: "heads", statement: seldom.of, because: seldom.because, verdict: "refuted", samples: 3, counterexample: "tails", reason: null });
  const empty = ["margin", "range", "alpha", "estimate", "lower", "upper", "saturated", "logE"] as const;
  expect(empty.map((name) => record[name])).toEqual(empty.map(() => null));
});
