import { describe, expect, test } from "vitest";
import { localMaxima } from "../../../../src/models/baselines/fitting/localMaxima.js";
import { logBox } from "../../../../src/models/baselines/fitting/logBox.js";
import { gaussianErrors } from "../../../../src/simulators/mechanisms/gaussianErrors.js";
import type { Skeleton } from "../../../../src/simulators/mechanisms/skeleton.js";
import { lineSkeletons } from "../../../simulators/mechanisms/lineSkeletons.js";

const errors = gaussianErrors({ scale: 1 });
/** log p falls with (sin 4u + u/10 − 1.1)²: several maxima in u ∈ [0, 4], the better the larger u. */
const wave: Skeleton = {
  id: "wave",
  parameters: [{ name: "a", lower: 1, upper: Math.exp(4) }],
  length: 1,
  path: (theta, out) => void (out[0] = Math.sin(4 * Math.log(theta[0])) + Math.log(theta[0]) / 10),
};
const box = logBox(wave.parameters, "prior");
const value = (u: number): number => -0.5 * (Math.log(2 * Math.PI) + (Math.sin(4 * u) + u / 10 - 1.5) ** 2);

describe("several maxima", () => {
  test("are found once each, best first", () => {
    const found = localMaxima(wave, errors, box, 12)([1.5]);
    const places = found.map(({ logParameters }) => logParameters[0]);
    expect(found.map(({ logLikelihood }) => logLikelihood)).toEqual(places.map((u) => expect.closeTo(value(u), 9) as unknown));
    // sin 4u + u/10 is greatest where 4 cos 4u = −1/10.
    const exact = [2, 1, 0].map((k) => (Math.acos(-1 / 40) + 2 * Math.PI * k) / 4);
    expect(found.length).toBeGreaterThan(1);
    expect(places).toEqual(exact.slice(0, found.length).map((u) => expect.closeTo(u, 3) as unknown));
  });

  test("an extra start can only help, also from outside the box", () => {
    const one = localMaxima(wave, errors, box, 1);
    const [best] = localMaxima(wave, errors, box, 12)([1.5]);
    expect(one([1.5])[0].logLikelihood).toBeLessThan(best.logLikelihood - 1e-3);
    expect(one([1.5], [[3.4]])[0].logLikelihood).toBeCloseTo(best.logLikelihood, 9);
    expect(one([1.5], [[99]])[0].logLikelihood).toBeGreaterThanOrEqual(one([1.5])[0].logLikelihood);
  });
});

test("refuses a likelihood that is finite nowhere, and no starts", () => {
  const [constant] = lineSkeletons;
  const nowhere = { ...constant, path: (_: ArrayLike<number>, out: Float64Array) => void out.fill(NaN) };
  const search = localMaxima(nowhere, errors, logBox(constant.parameters, "prior"), 2);
  expect(() => search([1, 1, 1, 1, 1, 1])).toThrow(new RangeError("the likelihood of constant is finite at none of its starts"));
  expect(() => localMaxima(wave, errors, box, 0)).toThrow(new RangeError("starts must be an integer ≥ 1, got 0"));
});
