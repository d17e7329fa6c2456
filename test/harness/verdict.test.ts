import fc from "fast-check";
import { expect, test } from "vitest";
import { gravest, type Verdict, VERDICTS } from "../../src/harness/verdict.js";

test("invalid before refuted before inconclusive before upheld", () => {
  const order: Verdict[] = ["invalid", "refuted", "inconclusive", "upheld"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...VERDICTS), { minLength: 1 }), (parts) => {
      expect(gravest(parts)).toBe(order.find((verdict) => parts.includes(verdict)));
    }),
  );
});

test("nothing checked is no pass", () => {
  expect(gravest([])).toBe("invalid");
});
