import { expect, test } from "vitest";
import { clopperPearson } from "../../src/statistics/clopperPearson.js";

// mpmath 1.3.0, 40 digits, rounded to float64, 2026-11-20: mp.findroot of the log binomial tail (summed term by term) minus log(α/2)
const GOLDEN = [
  [1, 10, 0.95, 0.002528578544461787, 0.4450161170281954],
  [5, 10, 0.95, 0.18708602844739858, 0.8129139715526015],
  [3, 100, 0.95, 0.006229971538306397, 0.08517605297428002],
  [97, 100, 0.95, 0.91482394702572, 0.9937700284616936],
  [156, 4000, 0.99999, 0.02687967182049793, 0.054227788948814165],
  [3, 1e6, 0.95, 6.186725501906401e-7, 8.767247788145223e-6],
  [250, 1000, 1 - 1e-9, 0.17281155065801884, 0.3397519499660939],
  [999_999, 1e6, 0.9999, 0.9999874934006696, 0.9999999999499988],
] as const;

test("golden bounds to a relative 1e-12", () => {
  for (const [successes, trials, confidence, lower, upper] of GOLDEN) {
    const interval = clopperPearson(successes, trials, confidence);
    expect(Math.abs(interval.lower / lower - 1), `lower ${successes}/${trials}`).toBeLessThan(1e-12);
    expect(Math.abs(interval.upper / upper - 1), `upper ${successes}/${trials}`).toBeLessThan(1e-12);
  }
});

test("nothing and everything: closed forms", () => {
  for (const trials of [1, 7, 1000]) {
    const edge = 0.025 ** (1 / trials);
    expect(clopperPearson(0, trials, 0.95).lower).toBe(0);
    expect(clopperPearson(0, trials, 0.95).upper).toBeCloseTo(1 - edge, 13);
    expect(clopperPearson(trials, trials, 0.95).lower).toBeCloseTo(edge, 13);
    expect(clopperPearson(trials, trials, 0.95).upper).toBe(1);
  }
});

test("covers every probability as often as it says, by enumeration", () => {
  for (const [trials, confidence] of [
    [1, 0.5],
    [9, 0.9],
    [24, 0.95],
  ] as const) {
    const intervals = Array.from({ length: trials + 1 }, (_, s) => clopperPearson(s, trials, confidence));
    for (let p = 0.005; p < 1; p += 0.005) {
      let covered = 0;
      let mass = (1 - p) ** trials;
      intervals.forEach(({ lower, upper }, s) => {
        if (lower <= p && p <= upper) covered += mass;
        mass *= ((trials - s) / (s + 1)) * (p / (1 - p));
      });
      expect(covered).toBeGreaterThanOrEqual(confidence - 1e-12);
    }
  }
});

test("mirrors under success ↔ failure, and grows with the confidence", () => {
  for (let s = 0; s <= 20; s++) {
    const { lower, upper } = clopperPearson(s, 20, 0.9);
    const mirrored = clopperPearson(20 - s, 20, 0.9);
    expect(lower).toBeCloseTo(1 - mirrored.upper, 14);
    expect(upper).toBeCloseTo(1 - mirrored.lower, 14);
    const wider = clopperPearson(s, 20, 0.99);
    expect(wider.lower).toBeLessThanOrEqual(lower);
    expect(wider.upper).toBeGreaterThanOrEqual(upper);
  }
});

test("rejects arguments outside their domain", () => {
  for (const trials of [0, -1, 1.5, NaN]) expect(() => clopperPearson(0, trials, 0.9)).toThrow(/^trials must be/);
  for (const s of [-1, 11, 0.5, NaN]) expect(() => clopperPearson(s, 10, 0.9)).toThrow(/^successes must be/);
  for (const c of [0, 1, -0.5, NaN]) expect(() => clopperPearson(1, 10, c)).toThrow(/^confidence must be in \(0, 1\)/);
});
