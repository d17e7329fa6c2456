import { confidenceInterval } from "../statistics/confidenceInterval.js";
import { MeanTest } from "../statistics/meanTest.js";
import type { MeanClaim } from "./claim.js";
import { InvalidEvidence } from "./invalidEvidence.js";
import { Observations } from "./observations.js";
import type { ClaimRecord } from "./record.js";
import { atTier, type Tier } from "./tier.js";
import type { Verdict } from "./verdict.js";

/** A one-sided half of a claim: where the mean must lie from a margin, and the test of it. */
interface Half {
  readonly holds: "below" | "above";
  readonly test: MeanTest;
}

/**
 * Decides one claim about a bounded mean as its observations come in.
 *
 * `atMost` and `atLeast` are one sequential test at level α on each side. `within` is two: both halves must be
 * upheld, each at α (an intersection–union test), and either one refuted at α/2 refutes it (a union bound), so
 * every wrong verdict has probability ≤ α.
 *
 * @source Waudby-Smith & Ramdas 2024, section 4
 */
export class MeanJudge {
  readonly #id: string;
  readonly #claim: MeanClaim;
  readonly #alpha: number;
  readonly #cap: number;
  readonly #margin: number | readonly [number, number];
  readonly #halves: readonly Half[];
  readonly #scaled = new Observations();

  /**
   * @param id name of the claim, for messages
   * @param claim the claim
   * @param options α in (0, 1), the tier of the margin, and the most observations to take (≥ 1)
   */
  constructor(id: string, claim: MeanClaim, options: { alpha: number; tier: Tier; cap: number }) {
    this.#id = id;
    this.#claim = claim;
    this.#alpha = options.alpha;
    this.#cap = options.cap;
    const scale = (margin: number): number => (margin - claim.range[0]) / (claim.range[1] - claim.range[0]);
    if (claim.kind === "within") {
      const [low, high] = (this.#margin = atTier(claim.margin, options.tier));
      const half = this.#alpha / 2;
      this.#halves = [
        { holds: "above", test: new MeanTest(scale(low), { above: this.#alpha, below: half }) },
        { holds: "below", test: new MeanTest(scale(high), { above: half, below: this.#alpha }) },
      ];
    } else {
      this.#margin = atTier(claim.margin, options.tier);
      const holds = claim.kind === "atMost" ? "below" : "above";
      this.#halves = [{ holds, test: new MeanTest(scale(this.#margin), this.#alpha) }];
    }
  }

  /** How many observations were taken. */
  get samples(): number {
    return this.#scaled.length;
  }

  get verdict(): Exclude<Verdict, "invalid"> {
    const decisions = this.#halves.map(({ holds, test }) =>
      test.decision === "undecided" ? "inconclusive" : test.decision === holds ? "upheld" : "refuted",
    );
    if (decisions.includes("refuted")) return "refuted";
    return decisions.every((decision) => decision === "upheld") ? "upheld" : "inconclusive";
  }

  /** Whether it needs no further observation: decided, or at its cap. */
  get settled(): boolean {
    return this.verdict !== "inconclusive" || this.samples >= this.#cap;
  }

  /**
   * Take observations until the claim is settled.
   *
   * @param batch one observation, or a column of them, within the claim's range
   * @throws InvalidEvidence if one is not a number within the range
   */
  observe(batch: number | ArrayLike<number>): void {
    if (this.settled) return;
    const values = typeof batch === "number" ? [batch] : batch;
    if (typeof values !== "object" || !(values?.length >= 0)) {
      throw new InvalidEvidence(`claim "${this.#id}": its evidence is ${typeof values}, neither a number nor a list of numbers`);
    }
    const [low, high] = this.#claim.range;
    const scaled = new Float64Array(Math.min(values.length, this.#cap - this.samples));
    for (let i = 0; i < scaled.length; i++) {
      const z = values[i];
      if (typeof z !== "number" || !(z >= low && z <= high)) {
        throw new InvalidEvidence(
          `claim "${this.#id}": observation ${this.samples + i} is ${String(z)}, not a number in its range [${low}, ${high}]`,
        );
      }
      scaled[i] = (z - low) / (high - low);
    }
    let taken = 0;
    for (const { test } of this.#halves) {
      taken = Math.max(taken, test.observe(scaled));
      if (this.verdict === "refuted") break;
    }
    this.#scaled.append(scaled.subarray(0, taken));
  }

  /** @returns what was found so far, in the units of the claim */
  record(): ClaimRecord {
    const z = this.#scaled.view();
    const [low, high] = this.#claim.range;
    const unscale = (x: number): number => low + x * (high - low);
    const interval = confidenceInterval(z, this.#alpha);
    const evidence = this.#halves.map(({ holds, test }) => {
      const { above, below } = test.logE;
      return holds === "above" ? { for: above, against: below } : { for: below, against: above };
    });
    return {
      id: this.#id,
      kind: this.#claim.kind,
      statement: this.#claim.of,
      because: this.#claim.because,
      margin: typeof this.#margin === "number" ? this.#margin : [...this.#margin],
      range: [low, high],
      alpha: this.#alpha,
      estimate: z.length === 0 ? null : unscale(z.reduce((sum, x) => sum + x, 0) / z.length),
      lower: unscale(interval.lower),
      upper: unscale(interval.upper),
      samples: z.length,
      saturated: z.length === 0 ? null : z.reduce((n, x) => n + (x === 0 || x === 1 ? 1 : 0), 0) / z.length,
      logE: {
        for: Math.min(...evidence.map((e) => e.for)),
        against: Math.max(...evidence.map((e) => e.against)),
      },
      counterexample: null,
      verdict: this.verdict,
      reason: null,
    };
  }
}
