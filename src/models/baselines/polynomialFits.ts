import { requireFinite } from "../../simulators/conjugate/requireFinite.js";

/** A least-squares polynomial. */
export interface PolynomialFit {
  /** c_0 … c_d, so that the trend is Σ_j c_j (t − centre)^j. */
  readonly coefficients: readonly number[];
  /** Σ_i (y_i − trend(t_i))². */
  readonly residualSumOfSquares: number;
}

/** A part of a power of t that is smaller than this, relative to the power, is rounding error. */
const PRECISION = 1e-12;

/** A polynomial: its values at the times, with sum of squares 1, and its coefficients. */
interface Direction {
  readonly values: readonly number[];
  readonly coefficients: readonly number[];
}

/**
 * Least-squares polynomials of every degree from 0 to d.
 *
 * min_c Σ_i (y_i − Σ_j c_j u_i^j)², u = t − centre; with orthonormal polynomials q_j on the times, the residual of
 * degree j is r_j = r_{j−1} − (q_j · r_{j−1}) q_j, so that no sum of squares is a difference of larger ones.
 *
 * @param times t, shape [n], finite, with at least d + 1 different values, apart by more than rounding
 * @param degree d, an integer ≥ 0
 * @param centre the origin of the powers, finite; default 0
 * @returns a function of y, shape [n] and finite, giving the fits of degree 0 … d
 * @throws RangeError if an argument is outside its domain; the function throws one if y is
 * @source Forsythe 1957, "Generation and use of orthogonal polynomials for data-fitting with a digital computer"
 *   (polynomials orthogonal on the data points)
 * @example polynomialFits([0, 1, 2, 3], 1)([1, 3, 5, 7])[1].coefficients.map(Math.round) // => [1, 2]
 */
export function polynomialFits(
  times: readonly number[],
  degree: number,
  centre = 0,
): (y: readonly number[]) => PolynomialFit[] {
  requireFinite("times", times, times.length);
  requireFinite("centre", [centre], 1);
  const different = new Set(times).size;
  if (!Number.isInteger(degree) || degree < 0 || degree >= different) {
    throw new RangeError(`degree must be an integer in [0, ${different}) for ${different} different times, got ${degree}`);
  }
  const directions = orthonormalPolynomials(times.map((t) => t - centre), degree);
  return (y) => {
    let residual = requireFinite("y", y, times.length);
    let coefficients: readonly number[] = [];
    return directions.map((q) => {
      const amount = dot(q.values, residual);
      residual = residual.map((r, i) => r - amount * q.values[i]);
      coefficients = q.coefficients.map((c, j) => (coefficients[j] ?? 0) + amount * c);
      return { coefficients, residualSumOfSquares: dot(residual, residual) };
    });
  };
}

/** q_0 … q_d: u q_j, made orthogonal to all before it. */
function orthonormalPolynomials(u: readonly number[], degree: number): Direction[] {
  const directions = [normalised({ values: u.map(() => 1), coefficients: [1] })];
  while (directions.length <= degree) {
    const last = directions[directions.length - 1];
    let values = last.values.map((value, i) => value * u[i]);
    const size = Math.sqrt(dot(values, values));
    let coefficients = [0, ...last.coefficients];
    // Twice: the second pass removes what rounding left of the first.
    for (const q of [...directions, ...directions]) {
      const overlap = dot(q.values, values);
      values = values.map((value, i) => value - overlap * q.values[i]);
      coefficients = coefficients.map((c, j) => c - overlap * (q.coefficients[j] ?? 0));
    }
    directions.push(normalised({ values, coefficients }, size));
  }
  return directions;
}

/** @throws RangeError if so little is left of a size that it is rounding error */
function normalised({ values, coefficients }: Direction, size = 0): Direction {
  const norm = Math.sqrt(dot(values, values));
  if (!(norm > PRECISION * size && norm < Infinity)) {
    throw new RangeError(`times must differ by more than rounding, got independent parts of size ${norm} of ${size}`);
  }
  return { values: values.map((value) => value / norm), coefficients: coefficients.map((c) => c / norm) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
