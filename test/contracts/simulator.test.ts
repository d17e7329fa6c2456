import { describe, expect, test } from "vitest";
import { Key } from "../../src/random/key.js";
import { betaBinomial } from "../../src/simulators/conjugate/betaBinomial.js";
import type { ConjugateWorld } from "../../src/simulators/conjugate/conjugateWorld.js";
import { discreteWorld } from "../../src/simulators/conjugate/discreteWorld.js";
import { finiteWorld } from "../../src/simulators/conjugate/finiteWorld.js";
import { gammaPoisson } from "../../src/simulators/conjugate/gammaPoisson.js";
import { gaussianLinear } from "../../src/simulators/conjugate/gaussianLinear.js";
import { linearTrend } from "../../src/simulators/conjugate/linearTrend.js";
import { earlyOutbreak } from "../../src/simulators/epidemic/earlyOutbreak.js";
import { epidemicSelection } from "../../src/simulators/epidemic/epidemicSelection.js";
import { growthSelection } from "../../src/simulators/growth/growthSelection.js";
import type { MechanismWorld } from "../../src/simulators/mechanisms/mechanismWorld.js";
import { predatorPreySelection } from "../../src/simulators/predatorPrey/predatorPreySelection.js";
import { earlyGrowth } from "../../src/simulators/unobservable/earlyGrowth.js";
import { reportingConfounded } from "../../src/simulators/unobservable/reportingConfounded.js";

/** A world whose parameter and data stay together, so that a list can mix worlds of different types. */
interface Subject {
  readonly id: string;
  /** The same world built again. */
  readonly rebuilt: () => Subject;
  readonly draw: (key: Key) => unknown;
  readonly logProb: ((theta: unknown) => number) | undefined;
  readonly simulate: (key: Key, theta: unknown) => unknown;
  readonly featureCount: number;
  readonly features: (x: unknown) => ArrayLike<number>;
}

function subject<Theta, X>(build: () => ConjugateWorld<Theta, X>): Subject {
  const world = build() as ConjugateWorld<unknown, unknown>;
  const { prior } = world;
  return {
    id: world.id,
    rebuilt: () => subject(build),
    draw: (key) => prior.sample(key),
    logProb: prior.logProb && ((theta) => prior.logProb!(theta)),
    simulate: (key, theta) => world.simulate(key, theta),
    featureCount: world.featureCount,
    features: world.features,
  };
}

/** A world of mechanisms: its features are as many as its series is long. */
const selection = (build: () => MechanismWorld): Subject =>
  subject(() => {
    const world = build();
    return { ...world, featureCount: world.skeletons[0].length };
  });

const subjects = [
  subject(() => gammaPoisson({ counts: 1 })),
  subject(() => gammaPoisson({ counts: 5, shape: 3, rate: 0.5 })),
  subject(() => betaBinomial()),
  subject(() => betaBinomial({ a: 1, b: 1, trials: 3 })),
  subject(() => discreteWorld({ prior: [0.3, 0.7], likelihood: [[0, 0.5, 0.5], [0.9, 0.1, 0]] })),
  subject(() => finiteWorld()),
  subject(() => finiteWorld({ prior: new Array<number>(8).fill(1 / 8) })),
  subject(() => gaussianLinear()),
  subject(() => linearTrend({ sigma: 0.05 })),
  subject(() => linearTrend({ sigma: 1, classes: 3 })),
  subject(() => reportingConfounded()),
  subject(() => earlyGrowth()),
  selection(() => growthSelection("logistic-gompertz")),
  selection(() => growthSelection("four")),
  selection(() => growthSelection("autocorrelated")),
  selection(() => predatorPreySelection()),
  selection(() => epidemicSelection("tight")),
  selection(() => epidemicSelection("stochastic")),
  selection(() => epidemicSelection("wide")),
  selection(() => earlyOutbreak()),
];

const DRAWS = 200;
const keys = Array.from({ length: DRAWS }, (_, i) => Key.root(11).fold("contract").fold(i));
const pair = (world: Subject, key: Key): readonly [unknown, unknown] => {
  const theta = world.draw(key.fold("theta"));
  return [theta, world.simulate(key.fold("x"), theta)];
};
/** Freeze a value and everything in it, so that writing to it throws (typed arrays cannot be frozen). */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

test("ids are different", () => {
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length);
});

test("only the priors of accepted outbreaks have no density", () => {
  const without = subjects.filter(({ logProb }) => logProb === undefined).map(({ id }) => id);
  expect(without).toEqual([epidemicSelection("stochastic").id, earlyOutbreak().id]);
});

describe.each(subjects)("$id", (world) => {
  test("equal keys give equal draws, also from a world built again", () => {
    const again = world.rebuilt();
    expect(again.id).toBe(world.id);
    for (const key of keys) {
      expect(pair(world, key)).toStrictEqual(pair(world, key));
      expect(pair(again, key)).toStrictEqual(pair(world, key));
    }
  });

  test("a draw does not depend on which draws came before", () => {
    const forwards = keys.map((key) => pair(world, key));
    const backwards = [...keys].reverse().map((key) => pair(world, key));
    expect(backwards.reverse()).toStrictEqual(forwards);
  });

  test("different keys give different draws", () => {
    expect(new Set(keys.map((key) => JSON.stringify(pair(world, key)))).size).toBeGreaterThan(1);
  });

  test("the prior density, where there is one, is finite at its own draws", () => {
    for (const key of keys) expect(Number.isFinite(world.logProb?.(world.draw(key)) ?? 0)).toBe(true);
  });

  test("features are `featureCount` finite numbers and equal for equal data", () => {
    expect(world.featureCount).toBeGreaterThanOrEqual(1);
    for (const key of keys) {
      const [, x] = pair(world, key);
      const features = Array.from(world.features(x));
      expect(features).toHaveLength(world.featureCount);
      expect(features.every(Number.isFinite)).toBe(true);
      expect(Array.from(world.features(x))).toEqual(features);
    }
  });

  test("arguments are never changed", () => {
    for (const key of keys) {
      const theta = frozen(world.draw(key.fold("theta")));
      const before = structuredClone(theta);
      const x = frozen(world.simulate(key.fold("x"), theta));
      const data = structuredClone(x);
      world.logProb?.(theta);
      world.features(x);
      expect(theta).toStrictEqual(before);
      expect(x).toStrictEqual(data);
    }
  });
});
