import fc from "fast-check";
import {
  atLeast,
  atMost,
  categorical,
  energyDistance,
  forAll,
  Key,
  ksDistance,
  ksPValue,
  normal,
  type OneSidedClaim,
  permutationTest,
  type Stream,
  theorem,
} from "simverdict";
import {
  bestBandwidth,
  halving,
  meanDifference,
  points,
  type Relabelling,
  testBy,
  TESTS,
  type TwoSampleTest,
  withoutObserved,
} from "./two-sample-tests.js";

/** What is under test; a falsifier breaks one of these. */
interface World {
  readonly tests: Readonly<Record<string, TwoSampleTest>>;
  readonly relabelling: Relabelling;
}

/** Nominal size, and the largest rate of false rejections: the resolution that a tier's decisions can afford. */
const NOMINAL = 0.05;
const SIZE = 0.06;
const POWER = 0.8;

/** Two samples: their sizes, the law of y, and by how much x is shifted from it (0: the null is true). */
interface Design {
  readonly title: string;
  readonly sizes: readonly [m: number, n: number];
  readonly sample: (stream: Stream) => number;
  readonly shift: number;
  readonly tests: readonly string[];
}

const gaussian = (stream: Stream): number => normal(stream);
const threeValued = (stream: Stream): number => categorical(stream, [1 / 3, 1 / 3, 1 / 3]);
const ALL = Object.keys(TESTS);
const SMOOTH = ["mean-difference", "energy", "mmd"];

const DESIGNS: Readonly<Record<string, Design>> = {
  equal: { title: "12 against 12 normal", sizes: [12, 12], sample: gaussian, shift: 0, tests: ALL },
  unequal: { title: "4 against 20 normal", sizes: [4, 20], sample: gaussian, shift: 0, tests: ALL },
  ties: { title: "6 against 18 three-valued", sizes: [6, 18], sample: threeValued, shift: 0, tests: ALL },
  tiny: { title: "2 against 4 normal", sizes: [2, 4], sample: gaussian, shift: 0, tests: ["ks"] },
  power: { title: "12 against 12 normal, 2 sd apart", sizes: [12, 12], sample: gaussian, shift: 2, tests: [...SMOOTH, "ks"] },
  "power-unequal": { title: "4 against 20 normal, 2.5 sd apart", sizes: [4, 20], sample: gaussian, shift: 2.5, tests: SMOOTH },
};

const rates: Record<string, OneSidedClaim> = {};
for (const [name, { title, shift, tests }] of Object.entries(DESIGNS)) {
  for (const test of tests) {
    const said = { of: `1[p ≤ ${NOMINAL}], ${test}, ${title}`, range: [0, 1] as const };
    if (shift === 0) {
      const because = "P(p ≤ .05) ≤ .05 for a valid p; to tell .05 from .06 takes some 15,000 decisions";
      rates[`${test}-${name}`] = atMost(SIZE, { ...said, because });
    } else if (test === "ks") {
      const because = "D ≥ 7/12 already at the midpoint of the means has probability .83, from two binomials(12, Φ(±1))";
      rates[`${test}-${name}`] = atLeast(POWER, { ...said, because });
    } else {
      const because = "with half the efficiency of the best test of a normal shift the power is Φ(d √(mn/(m + n)/2) − 1.96) ≥ .89";
      rates[`${test}-${name}`] = atLeast(POWER, { ...said, because });
    }
  }
}

const samples = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 8 });

theorem("foundations/two-sample", {
  title: "Two-sample tests keep their size and have power, also with unequal sizes, few data and ties",
  statement: "P(p ≤ .05) ≤ .05 under the null (shown: ≤ .06), ≥ .8 at the stated shifts; a permutation p-value is (b + 1)/(k + 1)",
  source: {
    cite: "Phipson & Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9(1)",
    where: "the exact p-value of random permutations; Hodges 1958 for Kolmogorov–Smirnov's",
  },
  assumptions: ["both samples are independent draws, of one law under the null", "relabellings are uniform over groups of the given sizes"],
  claims: {
    ...rates,
    "p-value": forAll(fc.record({ x: samples, y: samples, k: fc.integer({ min: 1, max: 60 }), seed: fc.nat() }), {
      of: "p = (b + 1)/(k + 1) > 0, b the relabellings whose statistic is at least the observed one",
      because: "the observed labelling is itself one of k + 1 equally likely ones",
      holds: ({ x, y, k, seed }, { relabelling }: World) => {
        const seen: number[] = [];
        const spy = (a: readonly number[], b: readonly number[]): number => {
          // an integer, so that no rounding blurs a tie
          const value = Math.abs(b.length * a.reduce((s, v) => s + v, 0) - a.length * b.reduce((s, v) => s + v, 0));
          seen.push(value);
          return value;
        };
        const { p } = relabelling(x, y, spy, { permutations: k, key: Key.root(seed) });
        const [observed, ...permuted] = seen;
        const b = permuted.filter((value) => value >= observed).length;
        return permuted.length === k && Math.abs(p - (b + 1) / (k + 1)) < 1e-12;
      },
    }),
  },
  budget: { smoke: { samples: 100_000 } },
  world: { tests: TESTS, relabelling: permutationTest },
  falsifiers: {
    "halved pool": {
      breaks: "the relabelling: the pool is cut into halves, whatever the sizes of the samples",
      world: {
        tests: {
          ...TESTS,
          "mean-difference": testBy(halving, meanDifference),
          energy: testBy(halving, (x, y) => energyDistance(points(x), points(y))),
        },
      },
      mustRefute: ["mean-difference-unequal", "energy-unequal"],
      caughtInTheWild:
        "simple-statistics up to 7.11.0 (mended in 7.12): permutationTest cuts the shuffled pool in half, so at 4 against 20 it compares groups of 12; it rejects a true null in about 15 % of normal samples at nominal 5 %: run it on two samples of one law",
    },
    "observed labelling left out": {
      breaks: "the p-value: b/k, which can be 0",
      world: { relabelling: withoutObserved },
      mustRefute: ["p-value"],
      caughtInTheWild:
        "simple-statistics 7.12.1: permutationTest returns b/k, so p = 0 for two samples of six that do not overlap (199 relabellings); the exact p of that split is 2/924",
    },
    "asymptotic Kolmogorov–Smirnov": {
      breaks: "the law of D: Kolmogorov's limit, with Stephens' correction, at 2 against 4",
      world: { tests: { ...TESTS, ks: (x, y) => ksPValue(ksDistance(x, y), (x.length * y.length) / (x.length + y.length)) } },
      mustRefute: ["ks-tiny"],
    },
    "bandwidth chosen by its p": {
      breaks: "the kernel: the best of four on the data that judge it",
      world: { tests: { ...TESTS, mmd: bestBandwidth } },
      mustRefute: ["mmd-equal", "mmd-unequal"],
    },
    "blind test": {
      breaks: "the use of the data: p is drawn, not computed",
      world: { tests: Object.fromEntries(ALL.map((name): [string, TwoSampleTest] => [name, (_x, _y, key) => key.stream().uniform()])) },
      mustRefute: Object.keys(rates).filter((name) => rates[name].kind === "atLeast") as [string, ...string[]],
    },
  },
  prepare: (world) => world,
  *evidence({ tests }: World, { key, claims: pending }) {
    for (let i = 0; ; i++) {
      const rejected: Record<string, number> = {};
      for (const [name, design] of Object.entries(DESIGNS)) {
        const open = design.tests.filter((test) => pending.has(`${test}-${name}`));
        if (open.length === 0) continue;
        const replicate = key.fold(i).fold(name);
        const stream = replicate.stream();
        const x = Array.from({ length: design.sizes[0] }, () => design.sample(stream) + design.shift);
        const y = Array.from({ length: design.sizes[1] }, () => design.sample(stream));
        for (const test of open) rejected[`${test}-${name}`] = tests[test](x, y, replicate.fold(test)) <= NOMINAL ? 1 : 0;
      }
      yield rejected;
    }
  },
});
