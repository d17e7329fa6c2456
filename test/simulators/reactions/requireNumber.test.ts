import { expect, test } from "vitest";
import { requireCount, requireNonNegative, requirePositive } from "../../../src/simulators/reactions/requireNumber.js";

test("sound numbers pass unchanged", () => {
  expect(requireNonNegative("a", 0)).toBe(0);
  expect(requirePositive("a", 0.5)).toBe(0.5);
  expect(requireCount("a", -1, -1)).toBe(-1);
});

test.each([-1, NaN, Infinity])("%s is refused", (value) => {
  expect(() => requireNonNegative("a", value)).toThrow(new RangeError(`a must be finite and >= 0, got ${value}`));
  expect(() => requirePositive("a", value)).toThrow(RangeError);
  expect(() => requireCount("a", value, 0)).toThrow(new RangeError(`a must be a whole number >= 0, got ${value}`));
});

test("zero is not positive, a half is not whole", () => {
  expect(() => requirePositive("a", 0)).toThrow(new RangeError("a must be positive and finite, got 0"));
  expect(() => requireCount("a", 0.5, 0)).toThrow(RangeError);
});
