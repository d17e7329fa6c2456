/** Where `boundedExp` begins. */
export const LOWEST = -12;
/** Where `boundedExp` ends. */
export const HIGHEST = 8;

/** Powers of 2^(1/64) from below the lowest to above the highest value. */
const PARTS = 64;
const FIRST = -18 * PARTS;
const powers = new Float64Array((12 - -18) * PARTS).map((_, i) => 2 ** ((i + FIRST) / PARTS));
const PER_UNIT = PARTS / Math.LN2;
/** log 2/64, in a part whose multiples by small integers are exact, and the rest. */
const STEP_HIGH = 6.93147180369123816490e-1 / PARTS;
const STEP_LOW = 1.90821492927058770002e-10 / PARTS;
/** Adding and taking away 1.5 · 2^52 rounds to an integer. */
const ROUNDING = 1.5 * 2 ** 52;
const [C3, C4, C5] = [1 / 6, 1 / 24, 1 / 120];

/**
 * e^x on [−12, 8], fast.
 *
 * 2^(k/64) Σ_{i=0}^5 r^i/i!, k the integer next to 64 x/log 2, r = x − k log 2/64, so that |r| ≤ .0055 and r^6/6! < 2^−54
 *
 * @param x in [−12, 8]
 * @returns e^x, relative error below 1e-15; NaN for NaN and far outside
 * @source Tang 1989, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic"; the two
 *   parts of log 2 are those of FreeBSD's e_exp.c
 * @example boundedExp(0) // => 1
 */
export function boundedExp(x: number): number {
  const k = x * PER_UNIT + ROUNDING - ROUNDING;
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const r2 = r * r;
  // few terms wait for others
  return powers[k - FIRST] * (1 + r + (r2 * (0.5 + r * C3) + r2 * r2 * (C4 + r * C5)));
}
