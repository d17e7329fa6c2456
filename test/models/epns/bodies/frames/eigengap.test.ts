import { expect, it } from "vitest";
import { eigengap } from "../../../../../src/models/epns/bodies/frames/eigengap.js";
import { drawBodySymmetry } from "../../../../../src/models/epns/groups/bodySymmetry.js";
import { moveBodies } from "../../../../../src/models/epns/groups/moveBodies.js";
import { Key } from "../../../../../src/random/key.js";

/** Six bodies on the axes at ±a, ±b, ±c: eigenvalues a²/3, b²/3, c²/3. */
function octahedron(a: number, b: number, c: number): Float64Array {
  const state = new Float64Array(42);
  [a, -a, b, -b, c, -c].forEach((at, i) => state.set([1, 0, 0, 0, 0, 0, 0].with(1 + (i >> 1), at), 7 * i));
  return state;
}

it("is min(λ₁ − λ₂, λ₂ − λ₃)/λ₁, whichever way the bodies are turned and moved", () => {
  for (const [a, b, c] of [[3, 2, 1], [1, 3, 2.9], [1, 1, 1], [2, 2, 1], [2, 1, 1], [1, 0, 0]]) {
    const [first, second, third] = [a * a, b * b, c * c].sort((p, q) => q - p);
    const exact = Math.min(first - second, second - third) / first;
    for (let seed = 0; seed < 5; seed++) {
      const moved = moveBodies(drawBodySymmetry(Key.root(seed).stream(), 6, 10), octahedron(a, b, c));
      // equal eigenvalues are found apart by the square root of the rounding
      expect(Math.abs(eigengap(moved) - exact)).toBeLessThan(1e-6);
    }
  }
});

it("is 0 for bodies at one place, and refuses what is no state", () => {
  expect(eigengap(octahedron(0, 0, 0))).toBe(0);
  expect(() => eigengap(new Float64Array(6))).toThrow(RangeError);
});
