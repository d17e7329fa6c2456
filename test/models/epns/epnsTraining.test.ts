import { expect, it } from "vitest";
import { epnsTraining, klWeight } from "../../../src/models/epns/epnsTraining.js";

it("anneals the weight of the divergence from .1 to 1 over the first 27 % of the steps", () => {
  expect(klWeight(0, 1000)).toBeCloseTo(0.1, 12);
  expect(klWeight(135, 1000)).toBeCloseTo(0.55, 12);
  expect(klWeight(270, 1000)).toBe(1);
  expect(klWeight(999, 1000)).toBe(1);
  expect([...epnsTraining({ steps: 100 }).klWeight(0).data]).toEqual([Math.fround(0.1)]);
});

it("has the defaults of the celestial task", () => {
  const { options, rules } = epnsTraining({ steps: 300 });
  expect(options).toEqual({ steps: 300, batch: 128, learningRate: 2e-3, freeBits: 0, horizon: 1 });
  expect(rules.gradientNorm).toBe(5);
  expect(rules.learningRate(0)).toBeCloseTo(2e-3 / 51, 12);
  expect(rules.learningRate(50)).toBe(2e-3);
  expect(rules.learningRate(299)).toBeLessThan(1e-6);
});

it("warms up for half of a short training", () => {
  const { rules } = epnsTraining({ steps: 10, learningRate: 1 });
  expect(rules.learningRate(5)).toBe(1);
  expect(epnsTraining({ steps: 1 }).rules.learningRate(0)).toBe(2e-3);
});

it.each([
  [{ steps: 0 }, "steps must be an integer >= 1, got 0"],
  [{ steps: 10, batch: 1.5 }, "batch must be an integer >= 1, got 1.5"],
  [{ steps: 10, horizon: NaN }, "horizon must be an integer >= 1, got NaN"],
  [{ steps: 10, freeBits: -1 }, "freeBits must be finite and >= 0, got -1"],
  [{ steps: 10, learningRate: 0 }, "learning rate must be a finite number > 0, got 0"],
])("refuses %o", (training, message) => {
  expect(() => epnsTraining(training)).toThrow(new RangeError(message));
});
