/** A quantity laid along a side of a panel. */
export interface Axis {
  /** What it is, with its unit. */
  readonly label: string;
  /** The pixel of a value. */
  readonly at: (value: number) => number;
  /** Where to write which value. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** A range of values, or of pixels, in the order in which the axis runs. */
export type Span = readonly [number, number];

/** Steps between ticks, within a decade. */
const STEPS = [1, 2, 5, 10];

/**
 * A pixel to one decimal, so that files stay small.
 *
 * @param value a place in pixels
 * @returns the place rounded to a tenth
 * @example pixel(12.3456) // => 12.3
 */
export function pixel(value: number): number {
  return Math.round(10 * value) / 10 + 0; // + 0: no −0
}

/**
 * The smallest range that holds some values.
 *
 * @param name what the values are, for the error
 * @param values at least one, finite
 * @returns the least and the largest value; half a unit more on both sides where they are equal
 * @throws RangeError if there is no value, or one is not finite
 * @example spanOf("K", [3, 1, 2]) // => [1, 3]
 */
export function spanOf(name: string, values: readonly number[]): Span {
  if (values.length === 0) throw new RangeError(`${name} must hold at least one number, got none`);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw new RangeError(`${name} must hold finite numbers, got ${values[wrong]} at ${wrong}`);
  const [low, high] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

/**
 * An axis in equal steps, with ticks at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param label what it is, with its unit
 * @param values the range of values; low < high
 * @param pixels where the range begins and where it ends
 * @param most how many ticks there may be, an integer ≥ 2
 * @returns the axis
 * @example linearAxis("t", [0, 10], [100, 200]).at(5) // => 150
 */
export function linearAxis(label: string, values: Span, pixels: Span, most = 6): Axis {
  const [low, high] = values;
  const decade = 10 ** Math.floor(Math.log10((high - low) / (most - 1)));
  const step = decade * STEPS.find((factor) => (high - low) / (decade * factor) <= most - 1 + 1e-9)!;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return {
    label,
    at: (value) => pixel(pixels[0] + ((value - low) / (high - low)) * (pixels[1] - pixels[0])),
    ticks: Array.from({ length: count }, (_, i) => tick((first + i) * step)),
  };
}

/**
 * An axis in equal factors, with a tick at every value.
 *
 * @param label what it is, with its unit
 * @param values those that occur, at least one, all positive
 * @param pixels where the least value is, and where the largest
 * @returns the axis
 * @throws RangeError if there is no value, or one is not positive and finite
 * @example logAxis("n", [1, 10, 100], [0, 200]).at(10) // => 100
 */
export function logAxis(label: string, values: readonly number[], pixels: Span): Axis {
  const wrong = values.find((value) => !(value > 0));
  if (wrong !== undefined) throw new RangeError(`${label} must be positive on a logarithmic axis, got ${wrong}`);
  const line = linearAxis(label, spanOf(label, values.map(Math.log)), pixels);
  return { label, at: (value) => line.at(Math.log(value)), ticks: [...new Set(values)].sort((a, b) => a - b).map(tick) };
}

/** Twelve digits: what remains of 3 × 0.1 is not written. */
const tick = (value: number): Axis["ticks"][number] => {
  const rounded = Number(value.toPrecision(12)) + 0;
  return { value: rounded, text: String(rounded).replace(/^-/, "−") };
};
