import { UsageError } from "./usageError.js";

/**
 * Read an option that is a number above 0, at most 10⁶.
 *
 * @param name the option's name, for the message
 * @param text what was given
 * @returns the number
 * @throws UsageError if it is no such number
 * @example positiveOption("timeout", "0.5") // => 0.5
 */
export function positiveOption(name: string, text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value > 0 && value <= 1e6)) throw new UsageError(`${name} must be a number above 0, at most 10^6, got "${text}"`);
  return value;
}
