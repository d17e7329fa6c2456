import { expect, test } from "vitest";
import { positiveOption } from "../../src/cli/positiveOption.js";
import { UsageError } from "../../src/cli/usageError.js";

test("a number above 0, at most a million", () => {
  expect([positiveOption("patience", "120"), positiveOption("patience", "1e6"), positiveOption("patience", ".5")]).toEqual([120, 1e6, 0.5]);
});

test.each(["0", "-1", "", " ", "x", "NaN", "Infinity", "1000001"])("%j is refused", (text) => {
  expect(() => positiveOption("patience", text)).toThrow(new UsageError(`patience must be a number above 0, at most 10^6, got "${text}"`));
});
