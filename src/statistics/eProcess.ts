/** Bets per process: fractions of the largest safe bet, log-spaced from .003 to .98. */
const BETS = 16;
const SMALLEST = 0.003;
const LARGEST = 0.98;
const FRACTIONS = Float64Array.from({ length: BETS }, (_, k) => SMALLEST * (LARGEST / SMALLEST) ** (k / (BETS - 1)));

/** A product of this many factors neither overflows nor underflows float64: its logarithm stays within ±600. */
const LOG_LIMIT = 600;
const LONGEST_BLOCK = 32;

/** Least room that a bet is scaled to: at the end of the range it keeps the capital finite and the bet safe. */
const LEAST_ROOM = 1e-100;

/** A threshold counts as reached only when no rounding of `logCapital` can take that back. */
const ROUNDING = 1e-9;

/** The hypothesis that the capital bets against: "mean ≤ margin" or "mean ≥ margin". */
export type NullHypothesis = "atMost" | "atLeast";

/**
 * An e-process against one side of a margin: the capital of a gambler who bets on i.i.d. (or martingale) data in
 * [0, 1] and cannot win in expectation while the null hypothesis holds.
 *
 * C_n = (1/K) Σ_k Π_{i ≤ n} (1 + f_k g_i), K = 16 constant fractions f_k; the gain of an observation is
 * g = (z − m)/m against "mean ≤ m" and g = (m − z)/(1 − m) against "mean ≥ m", so that g ≥ −1.
 * Under the null P(sup_n C_n ≥ 1/α) ≤ α (Ville's inequality), whenever one looks. The state, K sums of
 * log(1 + f_k g_i), does not depend on the order of the data and adds up over batches, workers and shards.
 *
 * @source Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting", sections 3–4
 */
export class EProcess {
  readonly against: NullHypothesis;
  readonly margin: number;
  /** What z can lose against the margin, so that g ≥ −1. */
  readonly #room: number;
  readonly #block: number;
  #logSums = new Float64Array(BETS);
  #count = 0;

  /**
   * @param against the null hypothesis
   * @param margin m in [0, 1]
   * @throws RangeError if the margin is outside [0, 1]
   */
  constructor(against: NullHypothesis, margin: number) {
    if (!(margin >= 0 && margin <= 1)) throw new RangeError(`an e-process needs a margin in [0, 1], got ${margin}`);
    this.against = against;
    this.margin = margin;
    this.#room = Math.max(LEAST_ROOM, against === "atMost" ? margin : 1 - margin);
    const largestLog = Math.max(-Math.log(1 - LARGEST), Math.log(1 + LARGEST / this.#room));
    this.#block = Math.max(1, Math.min(LONGEST_BLOCK, Math.floor(LOG_LIMIT / largestLog)));
  }

  /** How many observations the capital has seen. */
  get count(): number {
    return this.#count;
  }

  /**
   * log C_n, the logarithm of the capital (also of the e-value).
   *
   * @returns a finite number, 0 without data; it falls by at most 4 with an observation
   */
  get logCapital(): number {
    const largest = this.#logSums.reduce((a, b) => Math.max(a, b));
    return largest + Math.log(this.#logSums.reduce((sum, s) => sum + Math.exp(s - largest), 0) / BETS);
  }

  /**
   * Bet on a batch, one observation after the other, and stop as soon as the capital reaches a threshold.
   *
   * @param batch z, each in [0, 1]
   * @param logThreshold log(1/α); left out, the whole batch is taken
   * @returns how many observations were taken: all of them, or up to the one that reached the threshold
   * @throws RangeError if an observation is outside [0, 1] or not a number; the state is then unchanged
   */
  observe(batch: ArrayLike<number>, logThreshold = Infinity): number {
    for (let i = 0; i < batch.length; i++) {
      if (!(batch[i] >= 0 && batch[i] <= 1)) throw new RangeError(`observation ${i} is ${batch[i]}, not in [0, 1]`);
    }
    let taken = 0;
    while (taken < batch.length) {
      const end = Math.min(batch.length, taken + this.#block);
      const { next, reached } =
        logThreshold === Infinity ? this.#betBlindly(batch, taken, end) : this.#bet(batch, taken, end, logThreshold);
      this.#count += next - taken;
      taken = next;
      if (reached) break;
    }
    return taken;
  }

  /**
   * Add the evidence of another process about the same null, from other data.
   *
   * @param other a process against the same null and margin; it does not change
   * @throws RangeError if the nulls differ
   */
  merge(other: EProcess): void {
    if (other.against !== this.against || other.margin !== this.margin) {
      throw new RangeError(
        `cannot add evidence against "${other.against} ${other.margin}" to "${this.against} ${this.margin}"`,
      );
    }
    this.#logSums = this.#logSums.map((sum, k) => sum + other.#logSums[k]);
    this.#count += other.#count;
  }

  /** @returns an independent copy */
  clone(): EProcess {
    const copy = new EProcess(this.against, this.margin);
    copy.merge(this);
    return copy;
  }

  /** Bet on batch[from, to) without looking at the capital in between. */
  #betBlindly(batch: ArrayLike<number>, from: number, to: number): Progress {
    const slope = (this.against === "atMost" ? 1 : -1) / this.#room;
    for (let k = 0; k < BETS; k++) {
      let product = 1;
      for (let i = from; i < to; i++) product *= 1 + FRACTIONS[k] * ((batch[i] - this.margin) * slope);
      this.#logSums[k] += Math.log(product);
    }
    return { next: to, reached: false };
  }

  /** Bet on batch[from, to): products in linear space, one logarithm per bet and block. */
  #bet(batch: ArrayLike<number>, from: number, to: number, logThreshold: number): Progress {
    const sums = this.#logSums;
    let shift = -Infinity;
    for (let k = 0; k < BETS; k++) shift = Math.max(shift, sums[k]);
    const weights = new Float64Array(BETS);
    const products = new Float64Array(BETS).fill(1);
    for (let k = 0; k < BETS; k++) weights[k] = Math.exp(sums[k] - shift);
    const target = BETS * Math.exp(logThreshold + ROUNDING - shift);
    const slope = (this.against === "atMost" ? 1 : -1) / this.#room;
    let total = 0;
    let i = from;
    for (; i < to && !(total >= target); i++) {
      const gain = (batch[i] - this.margin) * slope;
      total = 0;
      for (let k = 0; k < BETS; k++) {
        const product = products[k] * (1 + FRACTIONS[k] * gain);
        products[k] = product;
        total += weights[k] * product;
      }
    }
    for (let k = 0; k < BETS; k++) sums[k] += Math.log(products[k]);
    return { next: i, reached: total >= target };
  }
}

/** Where a batch is to be taken up again, and whether the capital has reached the threshold. */
interface Progress {
  readonly next: number;
  readonly reached: boolean;
}
