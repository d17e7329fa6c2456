import {
  bernoulli,
  beta,
  binomial,
  categorical,
  dirichlet,
  exponential,
  gamma,
  incompleteBeta,
  incompleteGamma,
  logUniform,
  negativeBinomial,
  normal,
  normalCdf,
  permutation,
  poisson,
  type Stream,
  uniform,
} from "simverdict";

export type Sampler = (stream: Stream) => number;

/** A sampler and the law it is meant to have. */
export interface SampledLaw {
  readonly title: string;
  readonly sample: Sampler;
  /** P(X < x) and P(X ≤ x): equal for a continuous law. */
  readonly cdf: (x: number) => readonly [below: number, upTo: number];
}

const continuous = (title: string, sample: Sampler, cdf: (x: number) => number): SampledLaw => ({
  title,
  sample,
  cdf: (x) => {
    const p = cdf(x);
    return [p, p];
  },
});

/** A law on 0, 1, …, from F(k), k ≥ 0. */
const discrete = (title: string, sample: Sampler, cdf: (k: number) => number): SampledLaw => ({
  title,
  sample,
  cdf: (k) => [k > 0 ? cdf(k - 1) : 0, cdf(k)],
});

const betaCdf = (a: number, b: number) => (x: number): number => incompleteBeta(x, a, b);
const gammaCdf = (shape: number, rate: number) => (x: number): number => incompleteGamma(shape, x * rate).lower;
const poissonCdf = (mean: number) => (k: number): number => incompleteGamma(k + 1, mean).upper;
const binomialCdf = (n: number, p: number) => (k: number): number => (k >= n ? 1 : incompleteBeta(1 - p, n - k, k + 1));

/** Every sampler, on both sides of every switch between algorithms. */
export const LAWS = {
  bernoulli: discrete("Bernoulli(.3)", (s) => bernoulli(s, 0.3), (k) => (k < 1 ? 0.7 : 1)),
  beta: continuous("Beta(3, 5)", (s) => beta(s, 3, 5), betaCdf(3, 5)),
  "beta-small": continuous("Beta(.4, 2)", (s) => beta(s, 0.4, 2), betaCdf(0.4, 2)),
  binomial: discrete("Binomial(100, .7), by rejection", (s) => binomial(s, 100, 0.7), binomialCdf(100, 0.7)),
  "binomial-small": discrete("Binomial(20, .2), by search", (s) => binomial(s, 20, 0.2), binomialCdf(20, 0.2)),
  categorical: discrete("categorical (.5, .2, .3)", (s) => categorical(s, [0.5, 0.2, 0.3]), (k) => [0.5, 0.7][k] ?? 1),
  dirichlet: continuous("first of Dirichlet(.5, 1, 2.5)", (s) => dirichlet(s, [0.5, 1, 2.5])[0], betaCdf(0.5, 3.5)),
  exponential: continuous("Exponential(rate .5)", (s) => exponential(s, 0.5), gammaCdf(1, 0.5)),
  gamma: continuous("Gamma(3.5, rate 2)", (s) => gamma(s, 3.5, 2), gammaCdf(3.5, 2)),
  "gamma-small": continuous("Gamma(.3, rate 1)", (s) => gamma(s, 0.3), gammaCdf(0.3, 1)),
  "log-uniform": continuous("log-uniform on [.01, 10]", (s) => logUniform(s, 0.01, 10), (x) => Math.log(x / 0.01) / Math.log(1000)),
  "negative-binomial": discrete(
    "negative binomial, mean 5, size 2",
    (s) => negativeBinomial(s, 5, 2),
    (k) => incompleteBeta(2 / 7, 2, k + 1),
  ),
  normal: continuous("N(−1, sd 2)", (s) => normal(s, -1, 2), (x) => normalCdf((x + 1) / 2)),
  permutation: discrete("third of a permutation of 7", (s) => permutation(s, 7)[2], (k) => (k + 1) / 7),
  poisson: discrete("Poisson(40), by rejection", (s) => poisson(s, 40), poissonCdf(40)),
  "poisson-large": discrete("Poisson(800), by rejection", (s) => poisson(s, 800), poissonCdf(800)),
  "poisson-small": discrete("Poisson(3), by search", (s) => poisson(s, 3), poissonCdf(3)),
  uniform: continuous("U(−2, 3)", (s) => uniform(s, -2, 3), (x) => (x + 2) / 5),
} satisfies Record<string, SampledLaw>;
