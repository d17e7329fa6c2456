import { afterEach, expect, it } from "vitest";
import { callSite } from "../../../src/nn/engine/callSite.js";

const limit = Error.stackTraceLimit;
afterEach(() => void (Error.stackTraceLimit = limit));

it("names the line that led here, also from deep below, and changes nothing", () => {
  const deep = (n: number): string => (n === 0 ? callSite() : deep(n - 1));
  expect(deep(20)).toMatch(/^ \(at .*callSite\.test\.ts:8\)$/);
  expect(Error.stackTraceLimit).toBe(limit);
});
