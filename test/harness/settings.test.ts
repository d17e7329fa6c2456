import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, InvalidSettings, MODES, parseSettings, settingsFromEnvironment, settingsToEnvironment } from "../../src/harness/settings.js";
import { TIERS } from "../../src/harness/tier.js";

test("what is not given has its default", () => {
  expect(parseSettings({})).toEqual(DEFAULT_SETTINGS);
  expect(settingsFromEnvironment({})).toEqual(DEFAULT_SETTINGS);
  expect(parseSettings({ seed: "7", tier: undefined })).toEqual({ ...DEFAULT_SETTINGS, seed: 7 });
});

test("the environment carries settings unchanged", () => {
  const settings = fc.record({
    seed: fc.maxSafeNat(),
    tier: fc.constantFrom(...TIERS),
    alpha: fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
    mode: fc.constantFrom(...MODES),
  });
  fc.assert(
    fc.property(settings, (s) => {
      expect(settingsFromEnvironment(settingsToEnvironment(s))).toEqual(s);
    }),
  );
});

describe("a malformed setting names itself, its value and its domain", () => {
  test.each(["-1", "1.5", "abc", "", " ", "NaN", "Infinity", "9007199254740992", "1 2"])('seed "%s"', (seed) => {
    expect(() => parseSettings({ seed })).toThrow(new InvalidSettings(`seed must be an integer from 0 to 2^53 − 1, got "${seed}"`));
  });

  test.each(["0", "1", "-0.1", "1.5", "abc", "", "NaN", "1e-400", "5%"])('alpha "%s"', (alpha) => {
    const message = `alpha must be a number between 0 and 1, ends excluded, got "${alpha}"`;
    expect(() => parseSettings({ alpha })).toThrow(new InvalidSettings(message));
    expect(() => settingsFromEnvironment({ SIMVERDICT_ALPHA: alpha })).toThrow(message);
  });

  test.each(["", "Smoke", "tiny"])('tier "%s"', (tier) => {
    expect(() => parseSettings({ tier })).toThrow(new InvalidSettings(`tier must be one of smoke, standard, full, got "${tier}"`));
  });

  test('mode "run"', () => {
    expect(() => parseSettings({ mode: "run" })).toThrow('mode must be one of verify, falsify, list, got "run"');
  });
});
