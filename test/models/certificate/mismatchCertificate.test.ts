import { describe, expect, test } from "vitest";
import { gaussianDiscriminant } from "../../../src/models/certificate/gaussianDiscriminant.js";
import { mismatchCertificate } from "../../../src/models/certificate/mismatchCertificate.js";
import type { TwoSampleClassifier } from "../../../src/models/certificate/twoSampleClassifier.js";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { confidenceInterval } from "../../../src/statistics/confidenceInterval.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";

const rows = (n: number, seed: number, shift = 0): number[][] => {
  const stream = Key.root(seed).stream();
  return Array.from({ length: n }, () => [shift + normal(stream)]);
};
const classifier = gaussianDiscriminant();

describe("the certificate", () => {
  test("bounds 2 · accuracy − 1 of held-out rows that the classifier has not seen", async () => {
    const [simulated, real] = [Array.from({ length: 61 }, (_, i) => [i]), Array.from({ length: 40 }, (_, i) => [100 + i])];
    const seen = new Set<number>();
    const perfect: TwoSampleClassifier = {
      id: "perfect",
      fit: (a, b) => {
        for (const row of [...a, ...b]) seen.add(row[0]);
        return (judged) =>
          judged.map((row) => {
            const x = row[0];
            expect(seen.has(x)).toBe(false);
            seen.add(x);
            return x >= 100;
          });
      },
    };
    const certificate = await mismatchCertificate(simulated, real, { alpha: 0.01, classifier: perfect });
    expect(certificate).toMatchObject({ alpha: 0.01, accuracy: 1, heldOut: 20, trainedOn: { simulated: 41, real: 20 }, classifier: "perfect" });
    expect(seen.size).toBe(41 + 20 + 2 * 20);
    expect(certificate.lower).toBe(2 * confidenceInterval(new Float64Array(20).fill(1), 0.02).lower - 1);
  });

  test("says what the bound implies for losses in [0, B], and what it cannot see", async () => {
    const certificate = await mismatchCertificate(rows(400, 1), rows(400, 2, 3), { classifier });
    expect(certificate.lower).toBeGreaterThan(0.6);
    expect(certificate.riskBound(2)).toEqual({ difference: 2 * certificate.lower, excess: 4 * certificate.lower });
    for (const bound of [0, -1, NaN, Infinity]) {
      expect(() => certificate.riskBound(bound)).toThrow(new RangeError(`bound must be a finite number > 0, got ${bound}`));
    }
    expect(certificate.note).toContain("concept shift");
  });

  test("depends on its key alone", async () => {
    const make = (key: number) => mismatchCertificate(rows(100, 1), rows(100, 2, 1), { classifier, key: Key.root(key) });
    expect((await make(1)).accuracy).toBe((await make(1)).accuracy);
    const accuracies = await Promise.all([1, 2, 3, 4].map(async (key) => (await make(key)).accuracy));
    expect(new Set(accuracies).size).toBeGreaterThan(1);
  });

  /** By default the classifier is a net; L > TV has probability ≤ 1e-8 at that α, and 4 sd of shift are far from all noise. */
  test("without options a net tells the two apart", async () => {
    const { lower, classifier: id } = await mismatchCertificate(rows(500, 1), rows(500, 2, 4), { alpha: 1e-8 });
    expect(id).toMatch(/^net\(/);
    expect(lower).toBeGreaterThan(0.5);
    expect(lower).toBeLessThanOrEqual(2 * normalCdf(2) - 1);
  });

  /** At α = 1e-9 the bound exceeds TV in one of 100 certificates with probability ≤ 1e-7. */
  test.each([0, 0.5, 2])("is never above the total variation of a shift by %f", async (shift) => {
    const tv = 2 * normalCdf(shift / 2) - 1;
    for (let seed = 0; seed < 33; seed++) {
      const { lower } = await mismatchCertificate(rows(150, 2 * seed), rows(150, 2 * seed + 1, shift), { alpha: 1e-9, classifier });
      expect(lower).toBeLessThanOrEqual(tv);
    }
  });
});

describe("bad input", () => {
  const refuses = (simulated: number[][], real: number[][], message: string, alpha = 0.05): Promise<void> =>
    expect(mismatchCertificate(simulated, real, { alpha, classifier })).rejects.toThrow(new RangeError(message));

  test("data with gaps, of other widths, or none", async () => {
    await refuses([], rows(9, 1), "simulated must hold at least one row, got none");
    await refuses(rows(9, 1), [], "real must hold at least one row, got none");
    await refuses(rows(9, 1), [[1], [NaN]], "real[1][0] must be a finite number, got NaN");
    await refuses(rows(9, 1), [[1, 2]], "real[0] must hold 1 numbers, got 2");
  });

  test("too few data to prove anything", async () => {
    const message = "rows must be enough for a bound at alpha = 0.05, got 500 simulated and 8 real: even perfect accuracy on half would prove nothing";
    await refuses(rows(500, 1), rows(8, 2), message);
    await expect(mismatchCertificate(rows(30, 1), rows(30, 2), { classifier })).resolves.toBeDefined();
  });

  test.each([0, 0.5, 1, -1, NaN])("alpha = %f", async (alpha) => {
    await refuses(rows(50, 1), rows(50, 2), `alpha must be in (0, 1/2), got ${alpha}`, alpha);
  });
});
