import { logGammaFunction as lg } from "../../src/statistics/logGammaFunction.js";

/** Poisson probability of k; mean > 0. */
export const poissonPmf = (mean: number) => (k: number): number => Math.exp(k * Math.log(mean) - mean - lg(k + 1));

/** Binomial probability of k in 0, …, n; 0 < p < 1. */
export const binomialPmf = (n: number, p: number) => (k: number): number =>
  k > n ? 0 : Math.exp(lg(n + 1) - lg(k + 1) - lg(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));

/** Negative binomial probability of k with variance mean + mean²/size. */
export const negativeBinomialPmf = (mean: number, size: number) => (k: number): number =>
  Math.exp(
    lg(size + k) - lg(size) - lg(k + 1) + k * Math.log(mean / (size + mean)) - size * Math.log1p(mean / size),
  );
