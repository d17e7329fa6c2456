/**
 * ∫ f over [low, high] by the trapezoidal rule; for smooth f that vanishes at both ends with its derivatives the
 * error falls faster than any power of the step.
 */
export function trapezoid(f: (s: number) => number, low: number, high: number, steps = 4000): number {
  const h = (high - low) / steps;
  let sum = (f(low) + f(high)) / 2;
  for (let i = 1; i < steps; i++) sum += f(low + i * h);
  return sum * h;
}
