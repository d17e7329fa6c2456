import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { gaussianKernel } from "../../../src/statistics/kernels/gaussianKernel.js";
import { linearTimeMmdTerms } from "../../../src/statistics/twoSample/linearTimeMmdTerms.js";
import { reference } from "./reference.js";
import { SEEDS } from "./nullSize.js";

const { x } = reference;
const y = reference.y.slice(0, x.length);
const kernel = gaussianKernel(1);

test("each term is h of two consecutive pairs", () => {
  const terms = linearTimeMmdTerms(x, y, kernel);
  expect(terms).toHaveLength(15);
  terms.forEach((term, i) => {
    const [a, b, c, d] = [x[2 * i], x[2 * i + 1], y[2 * i], y[2 * i + 1]];
    expect(term).toBe(kernel(a, b) + kernel(c, d) - kernel(a, d) - kernel(b, c));
  });
});

test("an odd last pair is not used; the samples may be swapped", () => {
  const terms = linearTimeMmdTerms(x, y, kernel);
  expect(linearTimeMmdTerms(x.slice(0, 29), y.slice(0, 29), kernel)).toEqual(terms.slice(0, 14));
  linearTimeMmdTerms(y, x, kernel).forEach((term, i) => expect(term).toBeCloseTo(terms[i], 15));
});

test("reaches both bounds of [−2, 2]", () => {
  const sharp = gaussianKernel(0.1);
  expect([...linearTimeMmdTerms([[0], [0]], [[9], [9]], sharp)]).toEqual([2]);
  expect([...linearTimeMmdTerms([[0], [9]], [[9], [0]], sharp)]).toEqual([-2]);
});

test.each(SEEDS)("its mean is MMD² of N(0, 1) and N(μ, 1), seed %i", (seed) => {
  // Hoeffding on terms in [−2, 2]: P(|mean − MMD²| ≥ .088) ≤ 2 exp(−2·20,000·.088²/16) < 1e-8; it would miss
  // μ = 0 taken for μ = 1 (MMD² = .177) with that probability too.
  const count = 20_000;
  for (const shift of [0, 1]) {
    const stream = Key.root(seed).fold("linear-mmd").fold(shift).stream();
    const a = Array.from({ length: 2 * count }, () => [normal(stream)]);
    const b = Array.from({ length: 2 * count }, () => [normal(stream, shift)]);
    const exact = (2 / Math.sqrt(3)) * (1 - Math.exp((-shift * shift) / 6));
    const mean = linearTimeMmdTerms(a, b, kernel).reduce((sum, term) => sum + term, 0) / count;
    expect(Math.abs(mean - exact)).toBeLessThan(0.088);
  }
});

test("refuses samples of different size, short or NaN data, and a kernel that is not finite", () => {
  expect(() => linearTimeMmdTerms(x, reference.y, kernel)).toThrow("y must hold 30 rows like x, got 45");
  expect(() => linearTimeMmdTerms([[0]], [[0]], kernel)).toThrow("x must hold at least 2 rows, got 1");
  expect(() => linearTimeMmdTerms([[0], [NaN]], [[0], [0]], kernel)).toThrow("x[1][0] must be finite, got NaN");
  expect(() => linearTimeMmdTerms(x, y, () => Infinity)).toThrow(/^kernel must be finite/);
});
