import { expect, it } from "vitest";
import { haarOrthogonal } from "../../../../src/models/epns/groups/haarOrthogonal.js";
import { requireOrthogonal } from "../../../../src/models/epns/groups/requireOrthogonal.js";
import { Key } from "../../../../src/random/key.js";

const DRAWS = 4000;
const determinant = ([a, b, c, d, e, f, g, h, i]: readonly number[]): number => a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);

it("draws orthogonal matrices, half of them reflections, with entries as Haar's law has them, at ten seeds", () => {
  // Each entry has mean 0, variance 1/3 and fourth moment 1/5; the trace's second moment is 1: 6 sd, p < 1e-8 each,
  // 210 checks in all: a false alarm below 1e-6. Var(trace²) = E tr⁴ − 1 = 3 − 1 on both halves of O(3).
  const near = (sum: number, mean: number, variance: number): void =>
    expect(Math.abs(sum / DRAWS - mean)).toBeLessThan(6 * Math.sqrt(variance / DRAWS));
  for (let seed = 0; seed < 10; seed++) {
    const stream = Key.root(seed).stream();
    const sums = new Float64Array(9);
    const squares = new Float64Array(9);
    let [reflections, traces, traceSquares] = [0, 0, 0];
    for (let i = 0; i < DRAWS; i++) {
      const q = haarOrthogonal(stream);
      requireOrthogonal(q);
      q.forEach((entry, k) => ((sums[k] += entry), (squares[k] += entry * entry)));
      if (determinant(q) < 0) reflections++;
      const trace = q[0] + q[4] + q[8];
      traces += trace;
      traceSquares += trace * trace;
    }
    sums.forEach((sum) => near(sum, 0, 1 / 3));
    squares.forEach((sum) => near(sum, 1 / 3, 1 / 5 - 1 / 9));
    near(reflections, 0.5, 0.25);
    near(traces, 0, 1);
    near(traceSquares, 1, 2);
  }
});
