/** A learning rate that rises linearly, then falls along half a cosine to zero. */
export interface CosineSchedule {
  /** Largest rate, positive. */
  readonly peak: number;
  /** T, the number of steps of the training: an integer ≥ 1. */
  readonly steps: number;
  /** w, the number of rising steps: an integer in [0, T); none if not given. */
  readonly warmUp?: number;
}

/**
 * Cosine decay after a linear warm-up.
 *
 * α(t) = peak (t + 1) / (w + 1) for t < w, and peak · ½ (1 + cos π (t − w) / (T − w)) from w on
 *
 * @param schedule peak, number of steps and of rising steps
 * @returns step t in 0 … T − 1 → learning rate in (0, peak]
 * @throws RangeError if peak, T or w is out of its domain
 * @source Loshchilov & Hutter 2017, arXiv 1608.03983, equation 5 (one period, lowest rate 0)
 * @example cosineSchedule({ peak: 1, steps: 4 })(2) // => 0.5
 */
export function cosineSchedule({ peak, steps, warmUp = 0 }: CosineSchedule): (step: number) => number {
  if (!(peak > 0 && peak < Infinity)) throw new RangeError(`peak must be a finite number > 0, got ${peak}`);
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`steps must be an integer ≥ 1, got ${steps}`);
  if (!Number.isInteger(warmUp) || warmUp < 0 || warmUp >= steps) {
    throw new RangeError(`warmUp must be an integer in [0, ${steps}), got ${warmUp}`);
  }
  return (step) => {
    if (step < warmUp) return (peak * (step + 1)) / (warmUp + 1);
    return peak * 0.5 * (1 + Math.cos((Math.PI * (step - warmUp)) / (steps - warmUp)));
  };
}
