import { bernoulli, beta, type Stream } from "simverdict";

/** A law on [0, 1] with its exact first two moments. */
export interface BoundedLaw {
  readonly title: string;
  readonly mean: number;
  readonly sd: number;
  readonly sample: (stream: Stream) => number;
}

const bernoulliLaw = (p: number): BoundedLaw => ({
  title: `Bernoulli(${p})`,
  mean: p,
  sd: Math.sqrt(p * (1 - p)),
  sample: (stream) => bernoulli(stream, p),
});

const betaLaw = (a: number, b: number): BoundedLaw => ({
  title: `Beta(${a}, ${b})`,
  mean: a / (a + b),
  sd: Math.sqrt((a * b) / (a + b + 1)) / (a + b),
  sample: (stream) => beta(stream, a, b),
});

const twoPointLaw = (low: number, high: number, p: number): BoundedLaw => ({
  title: `${low} or, with probability ${p}, ${high}`,
  mean: low + p * (high - low),
  sd: (high - low) * Math.sqrt(p * (1 - p)),
  sample: (stream) => low + (high - low) * bernoulli(stream, p),
});

/** Symmetric and discrete; smooth; two-point; and with nearly all its mass near 0. */
export const LAWS: Readonly<Record<string, BoundedLaw>> = {
  bernoulli: bernoulliLaw(0.5),
  beta: betaLaw(2, 3),
  "two-point": twoPointLaw(0.2, 0.9, 0.2),
  skewed: betaLaw(0.1, 1.9),
};
