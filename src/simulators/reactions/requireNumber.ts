/**
 * A finite number that is not negative.
 *
 * value ∈ [0, ∞)
 *
 * @param name what the number is called in the error
 * @param value the number
 * @returns the value
 * @throws RangeError if it is negative or not finite
 */
export function requireNonNegative(name: string, value: number): number {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be finite and >= 0, got ${value}`);
  return value;
}

/**
 * A finite positive number.
 *
 * value ∈ (0, ∞)
 *
 * @param name what the number is called in the error
 * @param value the number
 * @returns the value
 * @throws RangeError if it is not positive and finite
 */
export function requirePositive(name: string, value: number): number {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive and finite, got ${value}`);
  return value;
}

/**
 * A whole number from a least value on.
 *
 * value ∈ {least, least + 1, …, 2⁵³ − 1}
 *
 * @param name what the number is called in the error
 * @param value the number
 * @param least the least value allowed
 * @returns the value
 * @throws RangeError if it is no such number
 */
export function requireCount(name: string, value: number, least: number): number {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new RangeError(`${name} must be a whole number >= ${least}, got ${value}`);
  }
  return value;
}
