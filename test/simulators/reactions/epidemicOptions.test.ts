import { expect, test } from "vitest";
import { requireEpidemic } from "../../../src/simulators/reactions/epidemicOptions.js";

const sound = { population: 100, R0: 2, infectiousDays: 5, initial: 3 };

test("the rest of the population is susceptible", () => {
  expect(requireEpidemic(sound)).toBe(97);
  expect(requireEpidemic({ ...sound, initial: 0, R0: 0 })).toBe(100);
  expect(requireEpidemic({ ...sound, initial: 100 }, { latentDays: 2 })).toBe(0);
});

test.each([
  ["population", 0], ["population", -5], ["population", NaN], ["R0", -0.1], ["R0", NaN], ["R0", Infinity],
  ["infectiousDays", 0], ["infectiousDays", -1], ["initial", -1], ["initial", 101], ["initial", NaN],
])("%s = %s is refused by name", (name, value) => {
  expect(() => requireEpidemic({ ...sound, [name]: value })).toThrow(RangeError);
  expect(() => requireEpidemic({ ...sound, [name]: value })).toThrow(new RegExp(`^${name} .* got ${value}$`));
});

test("a duration must be positive", () => {
  expect(() => requireEpidemic(sound, { latentDays: 0 })).toThrow(new RangeError("latentDays must be positive and finite, got 0"));
});
