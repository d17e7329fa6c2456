import { expect, test } from "vitest";
import { gaussianKernel } from "../../../src/statistics/kernels/gaussianKernel.js";
import { mmd } from "../../../src/statistics/twoSample/mmd.js";
import { reference } from "./reference.js";

const { x, y, mmd2_unbiased_gaussian: golden } = reference;
const kernel = gaussianKernel(golden.bandwidth);

test("golden value", () => {
  expect(mmd(x, y, kernel)).toBeCloseTo(golden.value, 14);
});

test("is the mean of h over ordered pairs of different indices, for equal sizes", () => {
  const z = y.slice(0, x.length);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < x.length; j++) {
      if (i !== j) sum += kernel(x[i], x[j]) + kernel(z[i], z[j]) - kernel(x[i], z[j]) - kernel(x[j], z[i]);
    }
  }
  const uStatistic = sum / (x.length * (x.length - 1)); // Gretton et al. 2012, equation 4
  let diagonal = 0;
  for (let i = 0; i < x.length; i++) diagonal += kernel(x[i], z[i]);
  const n = x.length;
  let between = 0;
  for (const a of x) for (const b of z) between += kernel(a, b);
  // equation 4 leaves the pairs (x_i, y_i) out of the cross term, equation 3 keeps them
  const cross = (2 * (between - diagonal)) / (n * (n - 1)) - (2 * between) / (n * n);
  expect(mmd(x, z, kernel)).toBeCloseTo(uStatistic + cross, 13);
});

test("is unbiased: over all pairs of draws from two finite laws its mean is ‖μ_P − μ_Q‖²", () => {
  const [p, q] = [[0, 1, 3], [1, 2]];
  const mean = (a: number[], b: number[]): number =>
    a.flatMap((s) => b.map((t) => kernel([s], [t]))).reduce((sum, v) => sum + v) / (a.length * b.length);
  let sum = 0;
  for (const a of p) for (const b of p) for (const c of q) for (const d of q) sum += mmd([[a], [b]], [[c], [d]], kernel);
  expect(sum / 36).toBeCloseTo(mean(p, p) + mean(q, q) - 2 * mean(p, q), 14);
});

test("is symmetric in the samples and in their order", () => {
  expect(mmd(y, x, kernel)).toBeCloseTo(mmd(x, y, kernel), 14);
  expect(mmd([...x].reverse(), y, kernel)).toBeCloseTo(mmd(x, y, kernel), 14);
});

test("reaches −1 for equal pairs of far points, and 2 for samples that are far apart", () => {
  expect(mmd([[0], [9]], [[0], [9]], gaussianKernel(0.1))).toBe(-1);
  expect(mmd([[0], [0]], [[9], [9]], gaussianKernel(0.1))).toBe(2);
});

test("refuses short, NaN and ragged data, and a kernel that is not finite", () => {
  expect(() => mmd([[1]], y, kernel)).toThrow("x must hold at least 2 rows, got 1");
  expect(() => mmd(x, [[0, 0], [0, NaN]], kernel)).toThrow("y[1][1] must be finite, got NaN");
  expect(() => mmd([[0], [1]], y, kernel)).toThrow(/^y\[0\] must have 1 coordinates/);
  expect(() => mmd(x, y, () => NaN)).toThrow(/^kernel must be finite/);
});
