import { describe, expect, test } from "vitest";
import { logBox, type Support } from "../../../../src/models/baselines/fitting/logBox.js";
import { scoringFit } from "../../../../src/models/baselines/fitting/scoringFit.js";
import { Key } from "../../../../src/random/key.js";
import { epidemicSelection } from "../../../../src/simulators/epidemic/epidemicSelection.js";
import { gaussianErrors } from "../../../../src/simulators/mechanisms/gaussianErrors.js";
import { lineSkeletons } from "../../../simulators/mechanisms/lineSkeletons.js";

const sigma = { name: "sigma", lower: 0.01, upper: 1 };
const [constant, , line] = lineSkeletons;
const fitLine = scoringFit(line, gaussianErrors({ scale: sigma }), logBox(line.parameters, "prior"));

/** A fit stops within 1e-8 nats of the maximum, and so within 1.5e-4 standard errors of its place. */
describe("a line with Gaussian errors", () => {
  test("is the least-squares line where that lies in the box", () => {
    const x = [2.1, 2.8, 4.3, 4.9, 6.2, 6.9];
    const mean = x.reduce((sum, value) => sum + value, 0) / 6;
    const slope = x.reduce((sum, value, i) => sum + (i - 2.5) * value, 0) / 17.5;
    const { logParameters } = fitLine(x, [0, 0])!; // standard errors .13 and .03
    expect(Array.from(logParameters, Math.exp)).toEqual([expect.closeTo(mean - 3.5 * slope, 4), expect.closeTo(slope, 4)]);
  });

  test("is best among all lines of the box where it is not", () => {
    const x = [9, 8, 7, 6, 5, 4];
    const { logParameters } = fitLine(x, [0, 0])!;
    // The slope wants to fall, so it is .5; then a is the mean of x − .5 t, cut at 4.
    expect(Array.from(logParameters, Math.exp)).toEqual([expect.closeTo(4, 12), expect.closeTo(0.5, 12)]);
  });

  test("information is that of the Jacobian, θ_j θ_k Σ_i ∂_j ∂_k", () => {
    const { logParameters, information } = fitLine([2.1, 2.8, 4.3, 4.9, 6.2, 6.9], [0, 0])!;
    const [a, b] = Array.from(logParameters, Math.exp);
    const exact = [6 * a * a, 21 * a * b, 21 * a * b, 91 * b * b];
    information.forEach((value, i) => expect(value / exact[i]).toBeCloseTo(1, 5));
  });

  test("known errors divide the information by their variance", () => {
    const known = scoringFit(constant, gaussianErrors({ scale: 0.1 }), logBox(constant.parameters, "prior"));
    const { logParameters, information } = known([1, 2, 3, 1, 2, 3], [0])!;
    expect(logParameters[0]).toBeCloseTo(Math.log(2), 5); // standard error .02
    expect(information[0] / (6 * 4 * 100)).toBeCloseTo(1, 5);
  });
});

test("no likelihood at the start, no fit; none beyond, no step there", () => {
  const broken = { ...constant, path: (theta: ArrayLike<number>, out: Float64Array) => void out.fill(theta[0] > 2 ? NaN : theta[0]) };
  const fit = scoringFit(broken, gaussianErrors({ scale: sigma }), logBox(constant.parameters, "prior"));
  const x = [3, 3, 3, 3, 3, 3];
  expect(fit(x, [Math.log(2.5)])).toBeUndefined();
  expect(fit(x, [0])!.logParameters[0]).toBeLessThanOrEqual(Math.log(2));
});

/** Each support has its own mechanism, data and starts; what is given up must not be better than what was found. */
describe.each<[string, Support]>([["prior", "prior"], ["wide", { widenedBy: 3 }]])("an epidemic, %s support", (_, support) => {
  const world = epidemicSelection("tight");
  const { skeletons, errors } = world;
  const cases = Array.from({ length: 30 }, (_unused, i) => {
    const key = Key.root(i % 10).fold(i);
    return world.simulate(key.fold("x"), world.prior.sample(key.fold("theta")));
  });
  const searches = skeletons.map((skeleton) => {
    const box = logBox(skeleton.parameters, support);
    const starts = [0.5, 0.25, 0.75, 0.4].map((part) => Array.from(box.lower, (low, j) => low + part * (box.upper[j] - low)));
    return { skeleton, box, starts, fit: scoringFit(skeleton, errors, box) };
  });

  test("giving up a start that is about to end in a known fit costs less than 1e-5 nats", () => {
    let given = 0;
    for (const { starts, fit } of searches) {
      for (const x of cases) {
        const all = starts.map((start) => fit(x, start)!.logLikelihood);
        const found: NonNullable<ReturnType<typeof fit>>[] = [];
        for (const start of starts) {
          const one = fit(x, start, found);
          if (one) found.push(one);
          else given++;
        }
        const kept = found.map(({ logLikelihood }) => logLikelihood);
        expect(Math.max(...all) - Math.max(...kept)).toBeLessThan(1e-5);
      }
    }
    expect(given).toBeGreaterThan(60);
  });

  test("a fit is a local maximum: no neighbour in the box is better by 1e-6 nats", () => {
    const path = new Float64Array(60);
    for (const { skeleton, box, starts, fit } of searches) {
      for (const x of cases) {
        const { logParameters, logLikelihood } = fit(x, starts[0])!;
        for (let j = 0; j < logParameters.length; j++) {
          for (const shift of [-1e-3, 1e-3]) {
            const u = logParameters.map((value, k) => (k === j ? Math.min(Math.max(value + shift, box.lower[k]), box.upper[k]) : value));
            skeleton.path(u.map(Math.exp), path);
            expect(errors.logLikelihood(x, path, 1)).toBeLessThan(logLikelihood + 1e-6);
          }
        }
      }
    }
  });
});
