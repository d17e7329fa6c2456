import { expect, test } from "vitest";
import { boxedStep, type QuadraticModel } from "../../../../src/models/baselines/fitting/boxedStep.js";
import { Key } from "../../../../src/random/key.js";
import { normal } from "../../../../src/random/normal.js";

const model = (gradient: number[], curvature: number[]): QuadraticModel => ({
  gradient: Float64Array.from(gradient),
  curvature: Float64Array.from(curvature),
});
const box = (reach: number, p = 2) => ({ lower: new Float64Array(p).fill(-reach), upper: new Float64Array(p).fill(reach) });

function stepOf(of: QuadraticModel, lambda: number, u: number[], reach: number): { step: number[]; gain: number } {
  const step = new Float64Array(u.length);
  const gain = boxedStep(box(reach, u.length))(of, lambda, Float64Array.from(u), step);
  return { step: [...step], gain };
}

const close = (values: number[]): unknown[] => values.map((value) => expect.closeTo(value, 12) as unknown);

test("inside the box, Newton's step and its gain; damping shortens it", () => {
  const of = model([1, 2], [2, 1, 1, 3]);
  expect(stepOf(of, 0, [0, 0], 9)).toEqual({ step: close([0.2, 0.6]), gain: expect.closeTo(0.7, 12) as number });
  expect(stepOf(model([1, 2], [2, 0, 0, 4]), 1, [0, 0], 9).step).toEqual(close([0.25, 0.25]));
});

test("a coordinate that would leave ends at its bound, and the other one is best given that", () => {
  // Free: (.2, .6). With the second at .5: 2 δ₁ = 1 − .5.
  expect(stepOf(model([1, 2], [2, 1, 1, 3]), 0, [0, 0], 0.5).step).toEqual(close([0.25, 0.5]));
});

test("at a bound, a coordinate moves inwards only", () => {
  const curvature = [1, 0, 0, 1];
  expect(stepOf(model([1, 0.5], curvature), 0, [1, 0], 1).step).toEqual(close([0, 0.5]));
  expect(stepOf(model([-1, 0.5], curvature), 0, [1, 0], 1).step).toEqual(close([-1, 0.5]));
  expect(stepOf(model([1, 1], curvature), 0, [1, 1], 1)).toEqual({ step: [0, 0], gain: 0 });
});

test("a coordinate without any effect stays", () => {
  expect(stepOf(model([1, 0], [1, 0, 0, 0]), 0, [0, 0], 9).step).toEqual(close([1, 0]));
});

test("steps stay in the box; with much damping they gain, unless the point is stationary", () => {
  for (let i = 0; i < 300; i++) {
    const stream = Key.root(i % 10).fold(i).stream();
    const p = 4;
    const rows = Array.from({ length: 5 }, () => Array.from({ length: p }, () => normal(stream)));
    const curvature = Array.from({ length: p * p }, (_, at) => rows.reduce((sum, row) => sum + row[Math.floor(at / p)] * row[at % p], 0));
    const gradient = Array.from({ length: p }, () => 3 * normal(stream));
    const u = Array.from({ length: p }, (_, j) => (j === 0 ? 1 : 2 * stream.uniform() - 1));
    for (const lambda of [0, 1, 100]) {
      const { step, gain } = stepOf(model(gradient, curvature), lambda, u, 1);
      step.forEach((value, j) => expect(Math.abs(u[j] + value)).toBeLessThanOrEqual(1 + 1e-15));
      if (lambda === 100) expect(gain).toBeGreaterThan(0);
    }
  }
});

test("a model that is not finite gains nothing", () => {
  expect(stepOf(model([NaN, 1], [1, 0, 0, 1]), 0, [0, 0], 1).gain).toBeNaN();
});
