import type { PointEstimator } from "./pointEstimator.js";

/** What `exponentialGrowthR0` takes for known. */
export interface ExponentialGrowthR0Options {
  /** L, mean time from infection to infectiousness, in days; finite and ≥ 0. */
  readonly latentDays: number;
  /** D, mean time of infectiousness, in days; positive and finite. */
  readonly infectiousDays: number;
  /** The least and the greatest R₀, 1 ≤ least < greatest < ∞. */
  readonly range: readonly [least: number, greatest: number];
}

/** Halvings of the interval of growth rates: to the last bit. */
const HALVINGS = 60;

/**
 * R₀ from the growth rate at the start of an outbreak, with a known generation time.
 *
 * x_t ~ Poisson(c e^{rt}) for the days t up to the first one of most reports; the most likely r solves
 * Σ t e^{rt}/Σ e^{rt} = Σ t x_t/Σ x_t. R₀ = 1/M(−r) = (1 + rL)(1 + rD), M the moment generating function of the
 * generation time where latent and infectious times are exponential. r is confined to the rates of the range
 *
 * @param options L, D and the range
 * @returns the estimator, of daily counts, shape [n] with n ≥ 1; without a report, or where no rate is more likely
 *   than another, the least R₀
 * @throws RangeError if an option is outside its domain; from `estimate`, if x holds no number, or one that is not
 *   finite and ≥ 0
 * @source Wallinga & Lipsitch 2007, "How generation intervals shape the relationship between growth rates and
 *   reproductive numbers" (R₀ = 1/M(−r), and its form for SEIR)
 * @example exponentialGrowthR0({ latentDays: 4, infectiousDays: 5, range: [1.5, 3] }).estimate([0, 0, 9]) // => 3
 */
export function exponentialGrowthR0({ latentDays: L, infectiousDays: D, range }: ExponentialGrowthR0Options): PointEstimator<readonly number[]> {
  if (!(L >= 0 && L < Infinity)) throw new RangeError(`latentDays must be finite and ≥ 0, got ${L}`);
  if (!(D > 0 && D < Infinity)) throw new RangeError(`infectiousDays must be positive and finite, got ${D}`);
  const [least, greatest] = range;
  if (!(least >= 1 && least < greatest && greatest < Infinity)) {
    throw new RangeError(`range must satisfy 1 ≤ least < greatest < ∞, got [${least}, ${greatest}]`);
  }
  const reproduction = (r: number): number => (1 + r * L) * (1 + r * D);
  /** The root r ≥ 0 of L D r² + (L + D) r + 1 − R₀, in the form that holds for L = 0 too. */
  const growth = (R0: number): number => (2 * (R0 - 1)) / (L + D + Math.sqrt((L - D) ** 2 + 4 * L * D * R0));
  const [slowest, fastest] = [growth(least), growth(greatest)];

  return {
    id: `exponential-growth(latent=${L}, infectious=${D}, range=[${least},${greatest}])`,
    estimate(x) {
      const bad = x.find((count) => !(count >= 0 && count < Infinity));
      if (bad !== undefined || x.length === 0) throw new RangeError(`x must hold at least one number, finite and ≥ 0, got ${bad ?? "none"}`);
      const days = x.indexOf(Math.max(...x)) + 1;
      const rising = x.slice(0, days);
      const total = rising.reduce((sum, count) => sum + count, 0);
      const centre = rising.reduce((sum, count, t) => sum + t * count, 0) / total;
      if (!(meanDay(days, slowest) < centre)) return least;
      if (meanDay(days, fastest) < centre) return greatest;
      let [low, high] = [slowest, fastest];
      for (let i = 0; i < HALVINGS; i++) {
        const middle = (low + high) / 2;
        if (meanDay(days, middle) < centre) low = middle;
        else high = middle;
      }
      return reproduction((low + high) / 2);
    },
  };
}

/** Σ t e^{rt}/Σ e^{rt} over t = 0 … days − 1, which grows with r. */
function meanDay(days: number, r: number): number {
  let [sum, first] = [0, 0];
  for (let t = 0; t < days; t++) {
    const weight = Math.exp(r * (t - days + 1));
    sum += weight;
    first += t * weight;
  }
  return first / sum;
}
