import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { logUniform } from "../../../src/random/logUniform.js";
import { acceptedOutbreaks } from "../../../src/simulators/epidemic/acceptedOutbreaks.js";
import { EPIDEMIC_VARIANTS } from "../../../src/simulators/epidemic/epidemicVariants.data.js";
import { stochasticOutbreak } from "../../../src/simulators/epidemic/stochasticOutbreak.js";
import { ksDistance } from "../../../src/statistics/twoSample/ksDistance.js";
import { ksPValue } from "../../../src/statistics/twoSample/ksPValue.js";

const root = Key.root(Number(process.env["TEST_SEED"] ?? 1)).fold("accepted outbreaks");
const reports = (x: readonly number[]): number => x.reduce((sum, count) => sum + count, 0);
const { prior, simulate } = acceptedOutbreaks(["SIR", "SEIR"]);

/** Pairs (θ, x) by plain rejection of both, as the law is defined. */
function rejected(key: Key, least = 30): readonly [theta: number[], x: number[]] {
  const stream = key.stream();
  const { R0, D, I0, rho, L } = EPIDEMIC_VARIANTS.stochastic.boxes;
  for (;;) {
    const theta = [R0, D, I0, rho, L].map((box) => logUniform(stream, box![0], box![1]));
    const x = stochasticOutbreak(stream, { mechanism: "SEIR", population: 2000, days: 60, dispersion: 10 }, theta);
    if (reports(x) >= least) return [theta, x];
  }
}

/**
 * KS at 1e−9 on 1500 pairs each, which sees distances above .12: R₀, ρ, Σ x, and R₀ log Σ x for how θ and x hang
 * together. The control, series without the condition, is P(not A) = .22 away.
 */
test("drawing θ and then x has the law of accepting pairs", () => {
  const seir = acceptedOutbreaks(["SEIR"]);
  const count = 1500;
  const ours = Array.from({ length: count }, (_, i) => {
    const theta = seir.prior.sample(root.fold("ours").fold(i));
    return [theta.parameters, seir.simulate(root.fold("x").fold(i), theta)] as const;
  });
  const theirs = Array.from({ length: count }, (_, i) => rejected(root.fold("theirs").fold(i)));
  const views: readonly ((pair: readonly [readonly number[], readonly number[]]) => number)[] = [
    ([theta]) => theta[0],
    ([theta]) => theta[3],
    ([, x]) => reports(x),
    ([theta, x]) => theta[0] * Math.log(reports(x)),
  ];
  for (const view of views) {
    expect(ksPValue(ksDistance(ours.map(view), theirs.map(view)), count / 2)).toBeGreaterThan(1e-9);
  }
  const free = Array.from({ length: count }, (_, i) => reports(rejected(root.fold("free").fold(i), 0)[1]));
  expect(ksPValue(ksDistance(ours.map(([, x]) => reports(x)), free), count / 2)).toBeLessThan(1e-9);
});

/** Binomial(2000, ½) within 6 standard deviations: false alarm 2e−9. Without redrawing per mechanism SEIR would be rarer. */
test("mechanisms keep equal probability, θ stays in its boxes, and every series has 30 reports", () => {
  const { boxes } = EPIDEMIC_VARIANTS.stochastic;
  let seir = 0;
  for (let i = 0; i < 2000; i++) {
    const theta = prior.sample(root.fold(i));
    seir += theta.mechanism;
    expect(theta.parameters).toHaveLength(4 + theta.mechanism);
    (["R0", "D", "I0", "rho", "L"] as const).slice(0, theta.parameters.length).forEach((name, j) => {
      expect(theta.parameters[j]).toBeGreaterThanOrEqual(boxes[name]![0]);
      expect(theta.parameters[j]).toBeLessThanOrEqual(boxes[name]![1]);
    });
    if (i < 300) expect(reports(simulate(root.fold("x").fold(i), theta))).toBeGreaterThanOrEqual(30);
  }
  expect(Math.abs(seir - 1000)).toBeLessThan(6 * Math.sqrt(500));
});

test("parameters that never give enough reports are an error, as is SEIRS", () => {
  const hopeless = { mechanism: 0, parameters: [0.01, 4, 1, 0.01] };
  expect(() => simulate(root, hopeless)).toThrow(
    new RangeError("parameters must give 30 reports in one of 20000 attempts, got [0.01, 4, 1, 0.01]"),
  );
  expect(() => acceptedOutbreaks(["SEIRS"])).toThrow(new RangeError("mechanisms must be SIR or SEIR, got SEIRS"));
});
