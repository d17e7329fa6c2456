import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { Key } from "../../src/random/key.js";
import { binomialChain } from "../../src/simulators/algorithms/binomialChain.js";
import { eulerMap } from "../../src/simulators/algorithms/eulerMap.js";
import { gillespie } from "../../src/simulators/algorithms/gillespie.js";
import { meanField } from "../../src/simulators/algorithms/meanField.js";
import type { ReactionAlgorithm } from "../../src/simulators/algorithms/reactionAlgorithm.js";
import { inSequence } from "../../src/simulators/observation/inSequence.js";
import { overDispersion } from "../../src/simulators/observation/overDispersion.js";
import { reportingDelay } from "../../src/simulators/observation/reportingDelay.js";
import { underReporting } from "../../src/simulators/observation/underReporting.js";
import type { ReactionNetwork } from "../../src/simulators/reactions/reactionNetwork.js";
import { ksDistance } from "../../src/statistics/twoSample/ksDistance.js";
import { ksPValue } from "../../src/statistics/twoSample/ksPValue.js";
import { networksOfSize } from "../simulators/reactions/exampleNetworks.js";

const algorithms = [eulerMap({ step: 0.25 }), meanField(), binomialChain({ step: 0.25 }), gillespie()];
const networks = networksOfSize(200);
const pairs = networks.flatMap((network) => algorithms.map((algorithm) => ({ network, algorithm, name: `${network.id}, ${algorithm.id}` })));
const root = Key.root(Number(process.env["TEST_SEED"] ?? 1)).fold("reaction algorithms");
const schedule = { intervals: 8 };

describe.each(pairs)("$name", ({ network, algorithm }) => {
  const run = (i: number) => algorithm.simulate(root.fold(i).stream(), network, schedule);

  test("equal streams give equal trajectories, others do only where nothing is drawn", () => {
    const before = structuredClone(network);
    expect(run(1)).toStrictEqual(run(1));
    expect(network).toStrictEqual(before);
    const isSame = JSON.stringify(run(1)) === JSON.stringify(run(2));
    expect(isSame).toBe(!algorithm.draws);
  });

  /** To rounding: 1e-9 of the population, for sums of some hundred steps. */
  test("states change by what the events say, and nobody is lost", () => {
    for (let i = 0; i < 20; i++) {
      const { states, events } = run(i);
      const slack = algorithm.draws ? 0 : 1e-9 * 200;
      for (const [name, path] of Object.entries(states)) {
        expect(path[0]).toBe(network.initial[name]);
        for (let t = 0; t < schedule.intervals; t++) {
          const change = network.reactions.reduce((sum, r) => sum + (r.change[name] ?? 0) * events[r.name][t], 0);
          expect(Math.abs(path[t + 1] - path[t] - change)).toBeLessThanOrEqual(slack);
        }
      }
      if ("prey" in states) continue;
      for (let t = 0; t <= schedule.intervals; t++) {
        expect(Math.abs(Object.values(states).reduce((sum, path) => sum + path[t], 0) - 200)).toBeLessThanOrEqual(slack);
      }
    }
  });

  test("counts are not negative, and whole where they are drawn", () => {
    for (let i = 0; i < 20; i++) {
      const { states, events } = run(i);
      for (const series of [...Object.values(states), ...Object.values(events)]) {
        expect(series.every((count) => count >= 0 && (!algorithm.draws || Number.isInteger(count)))).toBe(true);
      }
    }
  });

  test("every observation model, and all in sequence, take its daily events", () => {
    const models = [underReporting({ probability: 0.4 }), reportingDelay({ pmf: [0.2, 0.5, 0.3] }), overDispersion({ dispersion: 5 })];
    const [{ name }] = network.reactions;
    for (const model of [...models, inSequence(models), inSequence([models[2], models[1], models[0]])]) {
      const counts = run(0).events[name];
      const mean = model.mean(counts);
      expect(mean).toHaveLength(schedule.intervals);
      const seen = algorithm.draws ? model.sample(root.stream(), counts) : models[2].sample(root.stream(), mean);
      expect(seen).toHaveLength(schedule.intervals);
      expect(seen.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    }
  });
});

/** The second species at t = 4: infectious or exposed people, or predators; relative to the population. */
const endpoint = (algorithm: ReactionAlgorithm, network: ReactionNetwork, key: Key): number =>
  Object.values(algorithm.simulate(key.stream(), network, { intervals: 4 }).states)[1][4];

/**
 * Rate: E(X_N/N − x)² = v/N + O(1/N²) (Kurtz 1971), so that 16 times the population divides it by 16. With M = 200 runs at
 * each size the log of the ratio has standard deviation √(2/M + 2/M) = .14; allowed are 6 of these (false alarm 2e−9 for
 * the normal limit) and .2 for the term of order 1/N at N = 250. A wrong limit keeps the ratio at 1, log 16 = 2.8 away.
 */
test.each([0, 1, 2, 3, 4, 5])("the exact simulation approaches the mean field at rate 1/√N: network %i", (which) => {
  const runs = 200;
  const squaredError = (population: number): number => {
    const network = networksOfSize(population)[which];
    const limit = endpoint(meanField(), network, root);
    let sum = 0;
    for (let i = 0; i < runs; i++) sum += ((endpoint(gillespie(), network, root.fold(population).fold(i)) - limit) / population) ** 2;
    return sum / runs;
  };
  const logRatio = Math.log(squaredError(250) / squaredError(4000) / 16);
  expect(Math.abs(logRatio)).toBeLessThan(6 * Math.sqrt(4 / runs) + 0.2);
});

/**
 * KS at 1e−9 on 1500 runs each, which sees distances above .12: the law at dt = 1/64 differs by order dt, and the control
 * at dt = 4, one step for everything, by far more.
 */
test.each([0, 1, 2, 3, 4, 5])("the binomial chain approaches the exact simulation in law as dt → 0: network %i", (which) => {
  const runs = 1500;
  const network = networksOfSize(100)[which];
  const sample = (algorithm: ReactionAlgorithm): number[] =>
    Array.from({ length: runs }, (_, i) => endpoint(algorithm, network, root.fold(algorithm.id).fold(i)));
  const exact = sample(gillespie());
  expect(ksPValue(ksDistance(sample(binomialChain({ step: 1 / 64 })), exact), runs / 2)).toBeGreaterThan(1e-9);
  const coarse = Array.from({ length: runs }, (_, i) => {
    const { states } = binomialChain({ step: 4 }).simulate(root.fold("coarse").fold(i).stream(), network, { intervals: 1, length: 4 });
    return Object.values(states)[1][1];
  });
  expect(ksPValue(ksDistance(coarse, exact), runs / 2)).toBeLessThan(1e-9);
});

/**
 * 300 trajectories of 2000 steps hold 34 MB: a leak of half of that fails, far above the few MB that a test runner moves.
 * Freed buffers are given back by a thread of their own, so the test waits for them; what leaks never comes back.
 */
test.each(algorithms)("memory stays flat over trajectories: $id", async (algorithm) => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const network = networksOfSize(50)[2];
  const held = (): number => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const run = (count: number): void => {
    for (let i = 0; i < count; i++) algorithm.simulate(root.stream(), network, { intervals: 2000, length: 0.25 });
  };
  run(3);
  const start = held();
  await setTimeout(100);
  const before = Math.min(start, held());
  run(300);
  const bytesPerTrajectory = 8 * 2000 * (Object.keys(network.initial).length + network.reactions.length);
  await expect.poll(() => held() - before, { timeout: 20_000 }).toBeLessThan(0.5 * 300 * bytesPerTrajectory);
});
