import { EProcess } from "./eProcess.js";

/** Where a mean lies from the margin, once that is decided. */
export type Decision = "below" | "above" | "undecided";

/**
 * A sequential test of a bounded mean against a margin, from both sides at once.
 *
 * One e-process bets against "mean ≥ m", one against "mean ≤ m"; the first to reach 1/α decides `below` or
 * `above`. Whatever the mean, each wrong decision has probability ≤ α at any stopping time, and a mean equal to m
 * is decided with probability ≤ α on either side.
 *
 * @source Waudby-Smith & Ramdas 2024, section 4; Ville 1939
 * @example new MeanTest(0.5, 0.05).observe(new Float64Array(100)) // => 8
 */
export class MeanTest {
  readonly margin: number;
  readonly #logThreshold: { readonly above: number; readonly below: number };
  /** Evidence for "mean > m". */
  #above: EProcess;
  /** Evidence for "mean < m". */
  readonly #below: EProcess;

  /**
   * @param margin m in [0, 1]
   * @param alpha the probability allowed to each wrong decision, in (0, 1); one for both, or one for each side
   * @throws RangeError if the margin or α is outside its domain
   */
  constructor(margin: number, alpha: number | { readonly above: number; readonly below: number }) {
    const { above, below } = typeof alpha === "number" ? { above: alpha, below: alpha } : alpha;
    for (const level of [above, below]) {
      if (!(level > 0 && level < 1)) throw new RangeError(`alpha must be in (0, 1), got ${level}`);
    }
    this.margin = margin;
    this.#logThreshold = { above: -Math.log(above), below: -Math.log(below) };
    this.#above = new EProcess("atMost", margin);
    this.#below = new EProcess("atLeast", margin);
  }

  /** How many observations were taken. */
  get count(): number {
    return this.#above.count;
  }

  /** Logarithms of the two e-values: evidence that the mean is above, and below, the margin. */
  get logE(): { readonly above: number; readonly below: number } {
    return { above: this.#above.logCapital, below: this.#below.logCapital };
  }

  get decision(): Decision {
    if (this.#above.logCapital >= this.#logThreshold.above) return "above";
    return this.#below.logCapital >= this.#logThreshold.below ? "below" : "undecided";
  }

  /**
   * Take observations until one of them decides.
   *
   * @param batch z, each in [0, 1]
   * @returns how many were taken: all, up to the deciding one, or none if it was decided before
   * @throws RangeError if an observation is outside [0, 1] or not a number
   */
  observe(batch: ArrayLike<number>): number {
    if (this.decision !== "undecided") return 0;
    const before = this.#above.clone();
    const taken = this.#above.observe(batch, this.#logThreshold.above);
    const taking = this.#below.observe(taken < batch.length ? first(batch, taken) : batch, this.#logThreshold.below);
    if (taking < taken) {
      this.#above = before;
      this.#above.observe(first(batch, taking));
    }
    return taking;
  }
}

const first = (batch: ArrayLike<number>, n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => batch[i]);
