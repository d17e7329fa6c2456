import { describe, expect, test } from "vitest";
import { exponentialGrowthR0 } from "../../../src/models/baselines/exponentialGrowthR0.js";
import { meanField } from "../../../src/simulators/algorithms/meanField.js";
import { seir } from "../../../src/simulators/reactions/seir.js";
import { Key } from "../../../src/random/key.js";

const options = { latentDays: 4, infectiousDays: 5, range: [1.5, 3] } as const;
const { estimate } = exponentialGrowthR0(options);
const exponential = (r: number, days = 20): number[] => Array.from({ length: days }, (_, t) => 3 * Math.exp(r * t));

test.each([1.5, 1.8, 2.4, 3])("an exponential with the growth rate of R0 = %s gives it back", (R0) => {
  // 20 r² + 9 r + 1 = R0
  const r = (-9 + Math.sqrt(81 + 80 * (R0 - 1))) / 40;
  expect(estimate(exponential(r))).toBeCloseTo(R0, 9);
  const withoutLatency = exponentialGrowthR0({ ...options, latentDays: 0 });
  expect(withoutLatency.estimate(exponential((R0 - 1) / 5))).toBeCloseTo(R0, 9);
});

test("the start of a large SEIR epidemic gives its R0, once the slower mode has died out", () => {
  const network = seir({ population: 1e12, R0: 2, infectiousDays: 5, latentDays: 4, initial: 1 });
  const { events } = meanField().simulate(Key.root(0).stream(), network, { intervals: 80 });
  // the other mode decays with rate r₁ − r₂ = √((L − D)² + 4 L D R0)/(L D) > .6: by e^(−24) in 40 days
  expect(estimate(Array.from(events.onset).slice(40))).toBeCloseTo(2, 5);
});

test("it is the maximum of the Poisson likelihood in r", () => {
  const x = [1, 0, 2, 4, 3, 7, 12, 9, 2];
  const rising = x.slice(0, 7);
  const total = rising.reduce((a, b) => a + b, 0);
  const profile = (R0: number): number => {
    const r = (-9 + Math.sqrt(81 + 80 * (R0 - 1))) / 40;
    const mass = rising.reduce((sum, _, t) => sum + Math.exp(r * t), 0);
    return rising.reduce((sum, count, t) => sum + count * r * t, 0) - total * Math.log(mass);
  };
  const wide = exponentialGrowthR0({ ...options, range: [1, 20] }).estimate(x);
  for (const step of [1e-3, 0.1, 1]) {
    expect(profile(wide)).toBeGreaterThan(profile(wide + step));
    expect(profile(wide)).toBeGreaterThan(profile(wide - step));
  }
});

describe("guesses stay in the range", () => {
  test.each([
    ["falling counts", [9, 4, 1], 1.5],
    ["no report", [0, 0, 0], 1.5],
    ["one day", [5], 1.5],
    ["a burst", [0, 0, 0, 40], 3],
  ])("%s", (_, x, expected) => expect(estimate(x)).toBe(expected));

  test("the longest series does not overflow", () => {
    expect(estimate(Array.from({ length: 5000 }, (_, t) => t))).toBe(1.5);
  });
});

test.each([
  ["latentDays", { latentDays: -1 }],
  ["latentDays", { latentDays: NaN }],
  ["infectiousDays", { infectiousDays: 0 }],
  ["infectiousDays", { infectiousDays: Infinity }],
  ["range", { range: [0.5, 3] as const }],
  ["range", { range: [2, 2] as const }],
  ["range", { range: [1, NaN] as const }],
])("a bad %s is named", (name, bad) => {
  expect(() => exponentialGrowthR0({ ...options, ...bad })).toThrow(new RegExp(`^${name} must`));
});

test.each([[[]], [[1, -1]], [[1, NaN]], [[Infinity]]])("x = %j is refused", (x) => {
  expect(() => estimate(x)).toThrow(/^x must hold at least one number, finite and ≥ 0, got/);
});
