import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { ksDistanceToCdf } from "../../../src/statistics/twoSample/ksDistanceToCdf.js";
import { ksExactPValue } from "../../../src/statistics/twoSample/ksExactPValue.js";
import { ksPValue } from "../../../src/statistics/twoSample/ksPValue.js";
import { reference } from "./reference.js";
import { SEEDS, alarmCount } from "./nullSize.js";

/** The factor of Stephens' correction. */
const factor = (n: number): number => Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n);

// SciPy 1.17.1, 2026-11-20: scipy.special.kolmogorov(λ)
const KOLMOGOROV = [
  [0.2, 0.999999999999495],
  [0.3, 0.9999906941986655],
  [0.5, 0.9639452436648751],
  [0.8, 0.5441424115741981],
  [0.99999, 0.27001039131729154],
  [1, 0.26999967167735456],
  [1.36, 0.049485876755377876],
  [2, 0.0006709252557796953],
  [3, 3.045995948942526e-8],
] as const;

// SciPy 1.17.1, 2026-11-20: scipy.stats.kstwo.sf(d, n), the exact one-sample law
const EXACT = [
  [5, 0.3, 0.664],
  [5, 0.563, 0.05018570009748404],
  [10, 0.409, 0.05022340810547443],
  [20, 0.294, 0.05009394623107688],
  [100, 0.134, 0.05007626057597746],
  [1000, 0.0428, 0.04979841229529136],
] as const;

test("the limit law, golden values on both of its series", () => {
  for (const [lambda, tail] of KOLMOGOROV) {
    expect(ksPValue(lambda / factor(100), 100) / tail, `λ = ${lambda}`).toBeCloseTo(1, 12);
  }
});

test("one sample: within 3 % of the exact p-value from n = 5", () => {
  for (const [n, d, p] of EXACT) expect(Math.abs(ksPValue(d, n) / p - 1), `n = ${n}`).toBeLessThan(0.03);
});

test("runs from 1 down to 0 and never rises with the distance", () => {
  expect(ksPValue(0, 1)).toBe(1);
  expect(ksPValue(1, 1e5)).toBe(0);
  let previous = 1;
  for (let d = 0; d <= 1; d += 0.001) {
    const p = ksPValue(d, 7);
    expect(p).toBeLessThanOrEqual(previous);
    expect(p).toBeGreaterThanOrEqual(0);
    previous = p;
  }
});

test("two samples: near the exact p-value, but too small on coarse lattices (a limit that the docstring states)", () => {
  const { D, p_exact: exact } = reference.ks_first_coordinate;
  expect(Math.abs(ksPValue(D, (30 * 45) / 75) - exact)).toBeLessThan(0.01);
  const size = (m: number, n: number): number => {
    for (let k = 1; k <= m * n; k++) {
      if (ksPValue(k / (m * n), (m * n) / (m + n)) <= 0.05) return ksExactPValue(k / (m * n), m, n);
    }
    return 0;
  };
  expect(size(8, 8)).toBeCloseTo(0.087, 3);
  expect(size(100, 100)).toBeCloseTo(0.054, 3);
  expect(size(4, 20)).toBeCloseTo(0.0501, 4);
});

test.each(SEEDS)("one sample: rejects a true uniform law at most at its level, seed %i", (seed) => {
  // The corrected test's exact size at n = 10 is below .0505; alarmCount bounds the false alarms by 1e-9 a seed.
  let count = 0;
  for (let i = 0; i < 2000; i++) {
    const stream = Key.root(seed).fold("ks-one-sample").fold(i).stream();
    const sample = Array.from({ length: 10 }, () => stream.uniform());
    if (ksPValue(ksDistanceToCdf(sample, (t) => t), 10) <= 0.05) count++;
  }
  expect(count).toBeLessThan(alarmCount(2000, 0.0505));
});

test("rejects arguments outside their domain", () => {
  for (const d of [-0.1, 1.1, NaN]) expect(() => ksPValue(d, 10)).toThrow(/^distance must be in \[0, 1\]/);
  for (const n of [0, -1, NaN, Infinity]) expect(() => ksPValue(0.5, n)).toThrow(/^size must be finite and > 0/);
});
