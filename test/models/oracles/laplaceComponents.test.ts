import { expect, test } from "vitest";
import { laplaceComponents } from "../../../src/models/oracles/laplaceComponents.js";
import { studentLaw } from "../../../src/models/oracles/studentLaw.js";

const box = { lower: Float64Array.of(0, 0), upper: Float64Array.of(6, 12) };

test("the shape is the inverse of the precision and of that of the uniform law", () => {
  const [{ law }] = laplaceComponents([{ location: [1, 2], logDensity: -7, precision: [[4, 0], [0, 2]] }], box, 5);
  const exact = studentLaw([1, 2], [[1 / (4 + 12 / 36), 0], [0, 1 / (2 + 12 / 144)]], 5);
  for (const z of [[1, 2], [3, -1]]) expect(law.logDensity(z)).toBeCloseTo(exact.logDensity(z), 12);
});

test("weights are proportional to Laplace's masses", () => {
  const flat = [[0, 0], [0, 0]];
  const [a, b] = laplaceComponents(
    [{ location: [1, 1], logDensity: -1000, precision: flat }, { location: [5, 5], logDensity: -1001, precision: [[1, 0], [0, 0]] }],
    box,
    5,
  );
  expect(b.weight / a.weight).toBeCloseTo(Math.exp(-1) * Math.sqrt(1 / 3 / (1 + 1 / 3)), 12);
});

test("a precision that is negative is refused", () => {
  const mode = { location: [1, 1], logDensity: 0, precision: [[-1, 0], [0, 1]] };
  expect(() => laplaceComponents([mode], box, 5)).toThrow("matrix must be positive definite");
});
