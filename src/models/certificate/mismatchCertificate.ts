import { Key } from "../../random/key.js";
import { permutation } from "../../random/permutation.js";
import { confidenceInterval } from "../../statistics/confidenceInterval.js";
import type { Rows } from "../../statistics/twoSample/checkSample.js";
import { netClassifier } from "./netClassifier.js";
import { requireRows } from "./requireRows.js";
import type { TwoSampleClassifier } from "./twoSampleClassifier.js";

const CONCEPT_SHIFT =
  "This bounds the total variation of x alone: if reality gives the same x other labels (concept shift), no unlabelled data can show it, and lower = 0 proves nothing.";

/** How a certificate is made. */
export interface MismatchOptions {
  /** α, the probability allowed to a bound that is too high, in (0, ½); .05 if not given. */
  readonly alpha?: number;
  /** Names the split and the training; a fixed key if not given. */
  readonly key?: Key;
  /** What tells real from simulated; `netClassifier()` if not given. Any one keeps the bound valid. */
  readonly classifier?: TwoSampleClassifier;
}

/** What losses in [0, B] can suffer, given that TV_x ≥ L. */
export interface RiskBound {
  /** B L: for some loss in [0, B] the risks in simulation and in reality differ by as much, so no smaller bound holds. */
  readonly difference: number;
  /** 2 B L: the bound of the excess risk, 2 B TV, cannot be smaller. */
  readonly excess: number;
}

/** That real data do not follow the simulator's law of x, and by how much at least. */
export interface MismatchCertificate {
  /** L in [0, 1]: TV_x ≥ L with confidence 1 − α. */
  readonly lower: number;
  readonly alpha: number;
  /** Balanced accuracy of the classifier on held-out rows. */
  readonly accuracy: number;
  /** Held-out rows of either kind. */
  readonly heldOut: number;
  /** Rows that the classifier was trained on. */
  readonly trainedOn: { readonly simulated: number; readonly real: number };
  readonly classifier: string;
  /** What L says of losses in [0, B]; throws RangeError unless B is a finite number > 0. */
  readonly riskBound: (bound: number) => RiskBound;
  /** What a certificate cannot see. */
  readonly note: string;
}

/**
 * Certify from unlabelled data that a simulator's law P of x is not reality's Q: a lower bound on their total variation.
 *
 * L = max(0, 2a − 1), a the betting lower confidence bound at level α of the mean of
 * Z_i = ½ 1[c(simulated_i) = simulated] + ½ 1[c(real_i) = real] over held-out pairs. For any classifier c that has
 * not seen them E Z = ½ + ½ (Q(c = real) − P(c = real)) ≤ ½ (1 + TV_x), so P(L > TV_x) ≤ α.
 *
 * Half of the smaller sample, and as many rows of the other, are held out at random; the rest trains c.
 *
 * @param simulated independent draws of the simulator's x, shape [m][d], finite
 * @param real independent real observations, shape [n][d], finite, without gaps
 * @param options level, key and classifier
 * @returns the certificate; the better the classifier, the higher L
 * @throws RangeError if rows are missing, differ in width or hold a value that is not a finite number, α is not in
 *   (0, ½), or the data are so few that even a perfect classifier would prove nothing
 * @source Lopez-Paz & Oquab 2017, arXiv 1610.06545 (held-out accuracy as a two-sample statistic); Waudby-Smith & Ramdas
 *   2024 (the bound); the bound of risks is that of Dudley & Eisenberg 2025, arXiv 2509.18990
 */
export async function mismatchCertificate(
  simulated: Rows,
  real: Rows,
  options: MismatchOptions = {},
): Promise<MismatchCertificate> {
  const { alpha = 0.05, key = Key.root(0).fold("mismatch"), classifier = netClassifier() } = options;
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`alpha must be in (0, 1/2), got ${alpha}`);
  requireRows("simulated", simulated);
  requireRows("real", real, simulated[0].length);
  const heldOut = Math.floor(Math.min(simulated.length, real.length) / 2);
  // Each side of the interval has half of its level.
  const lowerBound = (z: Float64Array): number => confidenceInterval(z, 2 * alpha).lower;
  if (!(lowerBound(new Float64Array(heldOut).fill(1)) > 0.5)) {
    const sizes = `${simulated.length} simulated and ${real.length} real`;
    throw new RangeError(`rows must be enough for a bound at alpha = ${alpha}, got ${sizes}: even perfect accuracy on half would prove nothing`);
  }

  const [testSimulated, trainSimulated] = split(simulated, heldOut, key.fold("split simulated"));
  const [testReal, trainReal] = split(real, heldOut, key.fold("split real"));
  const looksReal = await classifier.fit(trainSimulated, trainReal, key.fold("classifier"));
  const [ofSimulated, ofReal] = [looksReal(testSimulated), looksReal(testReal)];
  const z = Float64Array.from({ length: heldOut }, (_, i) => (ofSimulated[i] ? 0 : 0.5) + (ofReal[i] ? 0.5 : 0));
  const lower = Math.max(0, 2 * lowerBound(z) - 1);
  return {
    lower,
    alpha,
    accuracy: z.reduce((sum, value) => sum + value, 0) / heldOut,
    heldOut,
    trainedOn: { simulated: trainSimulated.length, real: trainReal.length },
    classifier: classifier.id,
    riskBound(bound) {
      if (!(bound > 0 && bound < Infinity)) throw new RangeError(`bound must be a finite number > 0, got ${bound}`);
      return { difference: bound * lower, excess: 2 * bound * lower };
    },
    note: CONCEPT_SHIFT,
  };
}

/** The rows in random order: the first so many, and the others. */
function split(rows: Rows, first: number, key: Key): [Rows, Rows] {
  const shuffled = Array.from(permutation(key.stream(), rows.length), (i) => rows[i]);
  return [shuffled.slice(0, first), shuffled.slice(first)];
}
