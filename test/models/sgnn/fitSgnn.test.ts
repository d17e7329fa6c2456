import { beforeAll, describe, expect, it } from "vitest";
import { absoluteError } from "../../../src/models/sgnn/absoluteError.js";
import { crossEntropy } from "../../../src/models/sgnn/crossEntropy.js";
import { fitSgnn } from "../../../src/models/sgnn/fitSgnn.js";
import { pinball } from "../../../src/models/sgnn/pinball.js";
import type { SgnnProblem } from "../../../src/models/sgnn/problem.js";
import { squaredError } from "../../../src/models/sgnn/squaredError.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { tf } from "../../../src/nn/tf.js";
import { Key } from "../../../src/random/key.js";
import { betaBinomial } from "../../../src/simulators/conjugate/betaBinomial.js";
import { gammaPoisson } from "../../../src/simulators/conjugate/gammaPoisson.js";

const SIZE = { simulations: 20_000, steps: 600, hidden: [32, 32] };

/** One count x ~ Poisson(λ), λ ~ Gamma(2, 1): λ | x ~ Gamma(2 + x, 2), p(x) = (1 + x) / 2^(x + 2). */
const counts = gammaPoisson({ counts: 1 });
const COUNTS = [0, 1, 2, 3];
const countPairs = (x: number): number => (SIZE.simulations * (1 + x)) / 2 ** (x + 2);
/** Medians of Gamma(2 + x, 2) for x = 0 … 3. */
const MEDIANS = [0.83917, 1.33703, 1.83603, 2.33545];

/** Successes x of ten trials: every x from 1 to 6 has probability above 0.1. */
const trials = betaBinomial();
const SUCCESSES = [1, 2, 3, 4, 5, 6];
const successPairs = 0.1 * SIZE.simulations;

const problem: SgnnProblem<number, readonly number[]> = {
  simulator: counts,
  features: counts.features,
  target: (lambda) => lambda,
  loss: squaredError,
};
const fit = (change: Partial<typeof problem> = {}, seed = 0, size: object = {}) =>
  fitSgnn({ ...problem, ...change }, { ...SIZE, ...size }, Key.root(seed));
const predictCounts = async (change: Partial<typeof problem> = {}): Promise<Float64Array[]> =>
  (await fit(change)).predict(COUNTS.map((x) => [x]));

beforeAll(() => selectBackend("tfjs-wasm"));

// A prediction at x is compared with what it estimates within six standard errors of the plain estimate from the
// training pairs that have just this x (p < 1e-8 each); a net that shares between neighbours should err by less.
describe("fitSgnn", () => {
  const meanError = (x: number): number => 6 * Math.sqrt((2 + x) / 4 / countPairs(x));

  it("learns the posterior mean from squared error", async () => {
    const predictions = await predictCounts();
    for (const x of COUNTS) expect(Math.abs(predictions[x][0] - (2 + x) / 2)).toBeLessThan(meanError(x));
  });

  it("learns the posterior median from absolute error, and that is not the mean", async () => {
    const predictions = await predictCounts({ loss: absoluteError });
    // a sample median varies at most π / 2 times as much as a mean, as for a normal law
    for (const x of COUNTS) {
      expect(Math.abs(predictions[x][0] - MEDIANS[x])).toBeLessThan(Math.sqrt(Math.PI / 2) * meanError(x));
    }
    for (const x of [0, 1]) expect((2 + x) / 2 - MEDIANS[x]).toBeGreaterThan(Math.sqrt(Math.PI / 2) * meanError(x));
  });

  it("learns posterior quantiles from pinball loss, one output per level", async () => {
    const levels = [0.25, 0.5, 0.75];
    const { features } = trials;
    const net = await fitSgnn(
      { simulator: trials, features, target: (theta) => theta, loss: pinball(levels) },
      SIZE,
      Key.root(0),
    );
    net.predict(SUCCESSES).forEach((row, i) => {
      levels.forEach((level, k) => {
        const reached = trials.posteriorCdf(SUCCESSES[i], row[k]);
        expect(Math.abs(reached - level)).toBeLessThan(6 * Math.sqrt((level * (1 - level)) / successPairs));
      });
    });
  });

  it("learns class probabilities from cross entropy", async () => {
    const net = await fitSgnn(
      { simulator: trials, features: trials.features, target: (theta) => (theta > 0.5 ? 1 : 0), loss: crossEntropy(2) },
      SIZE,
      Key.root(0),
    );
    net.predict(SUCCESSES).forEach(([below, above], i) => {
      expect(below + above).toBeCloseTo(1, 12);
      expect(Math.abs(below - trials.posteriorCdf(SUCCESSES[i], 0.5))).toBeLessThan((6 * 0.5) / Math.sqrt(successPairs));
    });
  });

  it("predicts vectors in their own units, however far those are from one", async () => {
    const rows = await predictCounts({ target: (lambda) => [1e6 + 1e3 * lambda, -1e-3 * lambda, 7] });
    for (const x of COUNTS) {
      expect(Math.abs((rows[x][0] - 1e6) / 1e3 - (2 + x) / 2)).toBeLessThan(meanError(x));
      expect(Math.abs(rows[x][1] / -1e-3 - (2 + x) / 2)).toBeLessThan(meanError(x));
      expect(rows[x][2]).toBeCloseTo(7, 1);
    }
  });

  it("gives equal bits from equal keys, other nets from others, and leaves nothing on the backend", async () => {
    const before = tf.memory().numTensors;
    const small = { simulations: 200, steps: 60 };
    const [a, b, c] = [await fit({}, 1, small), await fit({}, 1, small), await fit({}, 2, small)];
    expect(a.state).toEqual(b.state);
    expect(a.predict([[0], [5]])).toEqual(b.predict([[0], [5]]));
    expect(a.predict([[0]])).not.toEqual(c.predict([[0]]));
    expect(tf.memory().numTensors).toBe(before);
  });

  it("refuses options, features and targets outside their domains", async () => {
    await expect(fit({}, 0, { simulations: 0 })).rejects.toThrow("simulations must be an integer ≥ 1, got 0");
    await expect(fit({}, 0, { steps: NaN })).rejects.toThrow("steps must be an integer ≥ 1, got NaN");
    await expect(fit({}, 0, { learningRate: -1 })).rejects.toThrow("learning rate must be a finite number > 0, got -1");
    await expect(fit({}, 0, { weightDecay: NaN })).rejects.toThrow("weight decay must be in");
    await expect(fit({ features: () => [NaN] })).rejects.toThrow("features of item 0 must be 1 finite numbers");
    await expect(fit({ target: () => Infinity })).rejects.toThrow("a target must be finite numbers, got [Infinity]");
    await expect(fit({ loss: crossEntropy(2), target: () => 1 })).rejects.toThrow("got none of class 0 in 20000 pairs");
  });
});
