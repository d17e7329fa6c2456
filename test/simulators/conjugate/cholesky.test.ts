import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { normal } from "../../../src/random/normal.js";
import { cholesky } from "../../../src/simulators/conjugate/cholesky.js";
import { determinant } from "./determinant.js";

/** G Gᵀ + I with Gaussian G: positive definite, eigenvalues at least 1. */
function randomMatrix(n: number, key: Key): number[][] {
  const stream = key.stream();
  const g = Array.from({ length: n }, () => Array.from({ length: n }, () => normal(stream)));
  return g.map((u, i) => g.map((v, j) => u.reduce((sum, value, k) => sum + value * v[k], i === j ? 1 : 0)));
}

describe("cholesky", () => {
  test("solves a 2×2 system by hand", () => {
    const { solve, logDeterminant } = cholesky([[4, 2], [2, 5]]);
    expect(solve([8, 12])).toEqual([1, 2]);
    expect(logDeterminant).toBeCloseTo(Math.log(16), 14);
  });

  test.each([1, 2, 3, 5, 8])("A times the solution is b, and |A| agrees with elimination, n = %i", (n) => {
    for (let seed = 0; seed < 10; seed++) {
      const a = randomMatrix(n, Key.root(seed));
      const b = Array.from({ length: n }, (_, i) => i - 1.5);
      const { solve, logDeterminant } = cholesky(a);
      const x = solve(b);
      a.forEach((row, i) => expect(row.reduce((sum, v, k) => sum + v * x[k], 0)).toBeCloseTo(b[i], 9));
      expect(logDeterminant).toBeCloseTo(Math.log(determinant(a)), 10);
    }
  });

  test("reads only the lower triangle and changes neither A nor b", () => {
    const a = [[4, NaN], [2, 5]];
    const b = [8, 12];
    expect(cholesky(a).solve(b)).toEqual([1, 2]);
    expect(a).toEqual([[4, NaN], [2, 5]]);
    expect(b).toEqual([8, 12]);
  });

  test("refuses an indefinite matrix, NaN and a vector of the wrong length", () => {
    const message = "matrix must be positive definite, got pivot -3 in row 1";
    expect(() => cholesky([[1, 2], [2, 1]])).toThrow(new RangeError(message));
    expect(() => cholesky([[NaN]])).toThrow(RangeError);
    expect(() => cholesky([[1]]).solve([1, 2])).toThrow(new RangeError("b must hold 1 numbers, got 2"));
  });
});
