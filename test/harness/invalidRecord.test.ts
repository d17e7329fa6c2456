import { expect, test } from "vitest";
import { invalidRecord } from "../../src/harness/invalidRecord.js";
import { seldom } from "./coin.js";

test.each([[new Error("no\n  net"), "no net"], ["a string", "a string"], [undefined, "undefined"], [new Error(), "an error without a message"]])("%o", (error, reason) => {
  expect(invalidRecord("heads", seldom, error)).toMatchObject({ id: "heads", kind: "atMost", statement: seldom.of, verdict: "invalid", reason, samples: 0, estimate: null });
});
