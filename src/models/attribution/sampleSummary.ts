/** Levels of the quantiles of a summary. */
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Where a sample lies and how far it spreads, in the units of its values. */
export interface SampleSummary {
  readonly mean: number;
  /** Standard deviation of the sample's own law, with divisor k. */
  readonly sd: number;
  readonly quantiles: readonly { readonly level: number; readonly value: number }[];
}

/**
 * Mean, standard deviation and quantiles of a sample, as of a law that gives each value probability 1/k.
 *
 * mean = Σ y_i / k, sd = √(Σ (y_i − mean)² / k), quantile(τ) = min {y : #{y_i ≤ y} ≥ τ k} at τ = .05, .25, .5, .75, .95
 *
 * @param values y, shape [k], k ≥ 1, finite
 * @returns the summary
 * @throws RangeError if there is no value, or one is not finite
 * @example sampleSummary([1, 3]).sd // => 1
 */
export function sampleSummary(values: ArrayLike<number>): SampleSummary {
  if (values.length === 0) throw new RangeError("values must hold at least one number, got none");
  const sorted = Float64Array.from(values).sort();
  const bad = sorted.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new RangeError(`values must be finite, got ${bad}`);
  const k = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value / k, 0);
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2 / k, 0));
  return { mean, sd, quantiles: LEVELS.map((level) => ({ level, value: sorted[Math.ceil(level * k) - 1] })) };
}
