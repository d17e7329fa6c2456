import { describe, expect, test } from "vitest";
import { mechanismEvidence } from "../../../src/models/oracles/mechanismEvidence.js";
import { Key } from "../../../src/random/key.js";
import { cholesky } from "../../../src/simulators/conjugate/cholesky.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { negativeBinomialErrors } from "../../../src/simulators/mechanisms/negativeBinomialErrors.js";
import type { Skeleton } from "../../../src/simulators/mechanisms/skeleton.js";
import { trapezoid } from "../../simulators/conjugate/trapezoid.js";
import { lineSkeletons } from "../../simulators/mechanisms/lineSkeletons.js";
import { logEvidenceOfLine } from "./posteriorOfLines.js";

const budget = { draws: 1000, rounds: 3, starts: 5 };
const keys = Array.from({ length: 10 }, (_, seed) => Key.root(seed));
const x = [2.1, 2.8, 4.3, 4.9, 6.2, 6.9];

/** Each replicate within seven of its own standard errors, at most 1/√ess of the integral. */
function expectEvidence(samples: readonly { logMean: number; ess: number }[], exact: number, leastEss: number): void {
  for (const { logMean, ess } of samples) {
    expect(ess).toBeGreaterThan(leastEss);
    expect(Math.abs(logMean - exact)).toBeLessThan(7 / Math.sqrt(ess));
  }
}

describe("against the midpoint rule", () => {
  test.each([0, 1, 2])("mechanism %i, Gaussian errors of known scale", (m) => {
    const errors = gaussianErrors({ scale: 0.6 });
    expectEvidence(mechanismEvidence(lineSkeletons[m], errors, budget)(x, keys), logEvidenceOfLine(x, m, errors), 100);
  });

  test.each([0, 1, 2])("mechanism %i, counts", (m) => {
    const [errors, counts] = [negativeBinomialErrors({ dispersion: 5 }), [2, 3, 4, 5, 6, 7]];
    expectEvidence(mechanismEvidence(lineSkeletons[m], errors, budget)(counts, keys), logEvidenceOfLine(counts, m, errors), 100);
  });

  test("an unknown scale is integrated too, over its log-uniform box", () => {
    const unknown = gaussianErrors({ scale: { name: "sigma", lower: 0.2, upper: 2 } });
    const given = (u: number): number => Math.exp(logEvidenceOfLine(x, 1, gaussianErrors({ scale: Math.exp(u) })));
    const width = Math.log(10);
    const exact = Math.log(trapezoid(given, Math.log(0.2), Math.log(2), 400) / width);
    expectEvidence(mechanismEvidence(lineSkeletons[1], unknown, budget)(x, keys), exact, 100);
  });
});

/** A path that is linear in u = log θ: the evidence is a Gaussian integral, cut nowhere by a box of ± 20 standard deviations. */
describe("a conjugate mechanism", () => {
  const rows = [0, 1, 2, 3, 4, 5].map((t) => [1, t - 2.5]);
  const box = (name: string, half: number) => ({ name, lower: Math.exp(-half), upper: Math.exp(half) });
  const skeleton: Skeleton = {
    id: "log-linear",
    parameters: [box("a", 12), box("b", 7)],
    length: 6,
    path: (theta, out) => rows.forEach(([one, t], i) => (out[i] = one * Math.log(theta[0]) + t * Math.log(theta[1]))),
  };

  test.each([0, 0.8])("exact evidence with φ = %d", (autocorrelation) => {
    const sigma = 0.5;
    const series = [0.3, 1.2, 0.7, 1.9, 1.5, 2.8];
    const { solve, logDeterminant } = cholesky(rows.map((_, i) => rows.map((_row, j) => sigma ** 2 * autocorrelation ** Math.abs(i - j))));
    // ∫ N(x; Bu, S) du = (2π)^{−(n−2)/2} |S|^{−½} |A|^{−½} exp(−½(xᵀS⁻¹x − bᵀA⁻¹b)), A = BᵀS⁻¹B, b = BᵀS⁻¹x.
    const inner = (a: readonly number[], b: readonly number[]): number => solve(a).reduce((sum, value, i) => sum + value * b[i], 0);
    const columns = [0, 1].map((j) => rows.map((row) => row[j]));
    const { solve: solveA, logDeterminant: logA } = cholesky(columns.map((c) => columns.map((d) => inner(c, d))));
    const b = columns.map((c) => inner(c, series));
    const square = inner(series, series) - solveA(b).reduce((sum, value, j) => sum + value * b[j], 0);
    const exact = -0.5 * (4 * Math.log(2 * Math.PI) + logDeterminant + logA + square) - Math.log(24 * 14);
    const samples = mechanismEvidence(skeleton, gaussianErrors({ scale: sigma, autocorrelation }), budget)(series, keys);
    expectEvidence(samples, exact, 500);
  });
});

test("keys name the replicates", () => {
  const evidence = mechanismEvidence(lineSkeletons[0], gaussianErrors({ scale: 0.6 }), budget);
  const [a, b, c] = evidence(x, [keys[0], keys[1], keys[0]]);
  expect(a).toEqual(c);
  expect(a.logMean).not.toBe(b.logMean);
});
