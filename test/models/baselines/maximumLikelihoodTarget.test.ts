import { expect, test } from "vitest";
import { maximumLikelihoodTarget } from "../../../src/models/baselines/maximumLikelihoodTarget.js";
import { mechanismLikelihoods } from "../../../src/models/baselines/mechanismLikelihoods.js";
import { Key } from "../../../src/random/key.js";
import { earlyOutbreak } from "../../../src/simulators/epidemic/earlyOutbreak.js";
import type { Mechanism } from "../../../src/simulators/mechanisms/mechanismWorld.js";

const world = earlyOutbreak();
const fits = mechanismLikelihoods(world, { support: "prior" });

test("it is the target of the fit, within the prior's box", () => {
  const { estimate, id } = maximumLikelihoodTarget(fits, world.target);
  expect(id).toBe(`target(${fits.id})`);
  for (let i = 0; i < 5; i++) {
    const key = Key.root(1).fold(i);
    const x = world.simulate(key.fold("x"), world.prior.sample(key.fold("theta")));
    expect(estimate(x)).toBe(fits.fit(x)[0].parameters[0]);
    expect(estimate(x)).toBeGreaterThanOrEqual(world.targetRange[0] - 1e-12);
    expect(estimate(x)).toBeLessThanOrEqual(world.targetRange[1] + 1e-12);
  }
});

test("of several mechanisms the most likely one counts, of equal ones the first", () => {
  const fit = (...logLikelihoods: number[]) => ({
    id: "fits",
    fit: () => logLikelihoods.map((logLikelihood, mechanism) => ({ mechanism, parameters: [10 * mechanism], logLikelihood })),
  });
  const target = ({ parameters }: Mechanism): number => parameters[0];
  expect(maximumLikelihoodTarget(fit(-3, -1, -2), target).estimate([])).toBe(10);
  expect(maximumLikelihoodTarget(fit(-1, -1), target).estimate([])).toBe(0);
});

test("bad input", () => {
  expect(() => maximumLikelihoodTarget(fits, world.target).estimate([1, 2])).toThrow(RangeError);
  expect(() => maximumLikelihoodTarget(fits, world.target).estimate(new Array<number>(30).fill(NaN))).toThrow(RangeError);
  expect(() => maximumLikelihoodTarget(fits, () => NaN).estimate(new Array<number>(30).fill(1))).toThrow(/^target must be finite/);
});
