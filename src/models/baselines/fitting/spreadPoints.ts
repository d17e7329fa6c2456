const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

/**
 * Points that fill the unit cube evenly: multiples of square roots of primes, from the centre.
 *
 * u_ij = frac(½ + i √p_j), i = 0 … count − 1, p_j the j-th prime
 *
 * @param count an integer ≥ 1
 * @param dimension d, an integer in [0, 12]
 * @returns shape [count][d], numbers in [0, 1); the first is ½ everywhere
 * @throws RangeError if an argument is outside its domain
 * @source Niederreiter 1992, "Random Number Generation and Quasi-Monte Carlo Methods", chapter 3 (sequences of multiples
 *   of irrational numbers)
 * @example spreadPoints(1, 2) // => [[0.5, 0.5]]
 */
export function spreadPoints(count: number, dimension: number): number[][] {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`count must be an integer ≥ 1, got ${count}`);
  if (!Number.isInteger(dimension) || dimension < 0 || dimension > PRIMES.length) {
    throw new RangeError(`dimension must be an integer in [0, ${PRIMES.length}], got ${dimension}`);
  }
  const primes = PRIMES.slice(0, dimension);
  return Array.from({ length: count }, (_, i) => primes.map((prime) => (0.5 + i * Math.sqrt(prime)) % 1));
}
