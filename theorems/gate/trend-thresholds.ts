import { bernoulli, gateRow, type Key, normal, normalCdf, type PairedScores, type Stream } from "simverdict";

/** The world `linearTrend({ sigma: 0.2 })` by its sufficient statistic, the least-squares slope of 20 log counts. */
const SIGMA = 0.2;
const TIMES = Array.from({ length: 20 }, (_, i) => (10 * i) / 19);
/** Standard deviation of the slope under stasis, and under exponential growth with rate N(0, .2²). */
const STASIS = SIGMA / Math.sqrt(TIMES.reduce((sum, t) => sum + (t - 5) ** 2, 0));
const GROWTH = Math.hypot(STASIS, 0.2);

/** How a net, here a threshold on |slope|, is trained and how many cases a block has: the gate's own number. */
const SIMULATIONS = 10_000;
export const CASES = 12_000;
/** The gate's defaults: margin and α. */
export const OPTIONS = { direction: "lower", range: [0, 1], margin: 0.005, alpha: 1e-5 } as const;

/** A case: the mechanism, 0 or 1, and |slope|. */
function draw(stream: Stream): { readonly growth: number; readonly steepness: number } {
  const growth = bernoulli(stream, 0.5);
  return { growth, steepness: Math.abs(normal(stream, 0, growth === 1 ? GROWTH : STASIS)) };
}

/** Training: the threshold of least error on simulations. */
function trainedThreshold(key: Key): number {
  const stream = key.stream();
  const drawn: readonly number[][] = [[], []];
  for (let i = 0; i < SIMULATIONS; i++) {
    const { growth, steepness } = draw(stream);
    drawn[growth].push(steepness);
  }
  const [stasis, rising] = drawn.map((values) => Float64Array.from(values).sort());
  let [errors, fewest, best, below] = [stasis.length, stasis.length, 0, 0];
  for (const steepness of stasis) {
    errors--;
    while (below < rising.length && rising[below] <= steepness) [errors, below] = [errors + 1, below + 1];
    if (errors < fewest) [fewest, best] = [errors, steepness];
  }
  return best;
}

/** The exact error of a threshold. */
const errorOf = (threshold: number): number => normalCdf(-threshold / STASIS) + normalCdf(threshold / GROWTH) - 0.5;

/** What the current model is, given the base's and one trained anew: a threshold, and how often its answer is turned round. */
export interface Change {
  readonly retrained: boolean;
  /** Its error, given the base's; null where it is left as it is. */
  readonly error: ((base: number) => number) | null;
}

/** Errors of base and current on the same fresh cases, both trained under this key. */
export function pairedErrors(key: Key, { retrained, error }: Change): PairedScores {
  const threshold = trainedThreshold(key.fold("train").fold("base"));
  const other = retrained ? trainedThreshold(key.fold("train").fold("current")) : threshold;
  const own = errorOf(other);
  const flips = error === null ? 0 : Math.max(0, (error(errorOf(threshold)) - own) / (1 - 2 * own));
  const stream = key.fold("cases").stream();
  const [base, current] = [new Float64Array(CASES), new Float64Array(CASES)];
  for (let i = 0; i < CASES; i++) {
    const { growth, steepness } = draw(stream);
    base[i] = (steepness > threshold ? 1 : 0) === growth ? 0 : 1;
    const wrong = (steepness > other ? 1 : 0) === growth ? 0 : 1;
    current[i] = stream.uniform() < flips ? 1 - wrong : wrong;
  }
  return { base, current };
}

/** A gate's rule: whether it fails, given the public cases and a second draw. */
export type Rule = (first: PairedScores, second: () => PairedScores) => boolean | Promise<boolean>;

/** The rule of `simverdict gate`. */
export const theGate: Rule = async (first, second) => (await gateRow(first, second, OPTIONS)).verdict === "fail";

/** 1 if a gate fails under this key, which trains both sides once for each of its two draws, else 0. */
export async function alarm(rule: Rule, key: Key, change: Change): Promise<number> {
  const failed = await rule(pairedErrors(key.fold("first"), change), () => pairedErrors(key.fold("second"), change));
  return failed ? 1 : 0;
}
