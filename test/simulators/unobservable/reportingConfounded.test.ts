import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { reportingConfounded } from "../../../src/simulators/unobservable/reportingConfounded.js";
import { normalCdf } from "../../../src/statistics/normalCdf.js";
import { trapezoid } from "../conjugate/trapezoid.js";
import { uniformDistance, uniformTolerance } from "../conjugate/uniformDistance.js";
import { golden } from "./goldenTargets.js";

const world = reportingConfounded();
const keys = Array.from({ length: 20_000 }, (_, i) => Key.root(i % 10).fold(i));

test("the golden Bayes risk", () => {
  expect(world.bayesRisk).toBeCloseTo(golden.reporting_confounded.bayes_risk, 14);
});

test("the predictor is the mean of prior times likelihood", () => {
  const x = world.simulate(Key.root(3), { logIncidence: 6, logReporting: -1 });
  const weight = (a: number): number =>
    trapezoid(
      (b) => Math.exp(world.prior.logProb!({ logIncidence: a, logReporting: b }) - x.reduce((sum, value) => sum + (value - a - b) ** 2, 0) / 0.18),
      -5,
      2,
      400,
    );
  const total = trapezoid(weight, 0, 10, 400);
  const mean = trapezoid((a) => a * weight(a), 0, 10, 400) / total;
  const variance = trapezoid((a) => (a - mean) ** 2 * weight(a), 0, 10, 400) / total;
  expect(world.bayesPredictor(x)).toBeCloseTo(mean, 8);
  expect(world.bayesRisk).toBeCloseTo(variance, 8);
});

/** The errors of the predictor are N(0, R*), so are those of another population's. Ten seeds pooled, two KS at 1e-9. */
test.each([{}, { logIncidence: 4, logReporting: -0.5 }])("its error has the law that is claimed: %o", (means) => {
  const population = reportingConfounded(means);
  const { bayesPredictor, target, bayesRisk } = population;
  const errors = keys.map((key) => {
    const theta = population.prior.sample(key.fold("theta"));
    return normalCdf((bayesPredictor(population.simulate(key.fold("x"), theta)) - target(theta)) / Math.sqrt(bayesRisk));
  });
  expect(uniformDistance(errors)).toBeLessThan(uniformTolerance(errors.length, 1e-9));
});

test("only the sum of the causes shows", () => {
  const x = world.simulate(Key.root(5), { logIncidence: Math.log(200), logReporting: Math.log(0.4) });
  const same = world.simulate(Key.root(5), { logIncidence: Math.log(400), logReporting: Math.log(0.2) });
  x.forEach((value, i) => expect(value).toBeCloseTo(same[i], 12));
});

test("bad input is named", () => {
  expect(() => reportingConfounded({ logIncidence: NaN })).toThrow(new RangeError("means must hold finite numbers, got NaN"));
  expect(() => world.simulate(Key.root(0), { logIncidence: NaN, logReporting: 0 })).toThrow(new RangeError("theta must hold finite numbers, got NaN"));
  expect(() => world.bayesPredictor([1])).toThrow(new RangeError("x must hold 10 numbers, got 1"));
  expect(() => world.features(new Array<number>(10).fill(NaN))).toThrow(new RangeError("x must hold finite numbers, got NaN"));
});
