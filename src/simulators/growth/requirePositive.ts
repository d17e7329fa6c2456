/**
 * Check a positive parameter.
 *
 * 0 < value < ∞
 *
 * @param name what the parameter is called in the message
 * @param value its value
 * @returns the same value
 * @throws RangeError if the value is not positive and finite
 * @source none: an argument check
 * @example requirePositive("rate", 2) // => 2
 */
export function requirePositive(name: string, value: number): number {
  if (value > 0 && value < Infinity) return value;
  throw new RangeError(`${name} must be finite and > 0, got ${value}`);
}
