import { expect, test } from "vitest";
import { InvalidEvidence } from "../../src/harness/invalidEvidence.js";

test("is an error with a name of its own", () => {
  const error = new InvalidEvidence("NaN");
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe("InvalidEvidence: NaN");
});
