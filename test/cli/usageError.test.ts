import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/usageError.js";

test("is an error with a name of its own", () => {
  expect(new UsageError("jobs")).toBeInstanceOf(Error);
  expect(String(new UsageError("jobs"))).toBe("UsageError: jobs");
});
