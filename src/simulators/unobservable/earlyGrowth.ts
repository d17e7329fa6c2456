import { normal } from "../../random/normal.js";
import type { BayesTarget } from "../conjugate/bayesTarget.js";
import type { ConjugateWorld } from "../conjugate/conjugateWorld.js";
import { requireFinite } from "../conjugate/requireFinite.js";
import { logisticGrowth } from "../growth/logisticGrowth.js";

const TIMES = 10;
const NOISE = 0.1;
const RATE = { mean: Math.log(0.3), sd: 0.15 };
const CAPACITY = { mean: Math.log(1000), sd: 0.7 };
const CORRELATION = -0.8;
const RESIDUAL = Math.sqrt(1 - CORRELATION ** 2);
/** E Var(log K | x); see `earlyGrowth`. */
const BAYES_RISK = 0.18687;

/** The quadrature: standard normal coordinates of log r, and of log K given log r, up to ±6. */
const REACH = 6;
const RATE_NODES = 241;
const CAPACITY_NODES = 61;
/** A node whose log weight is this far below the largest does not count in float64. */
const NEGLIGIBLE = 40;

/** A growth rate and the capacity that growth will meet much later. */
export interface EarlyGrowthParameters {
  /** log r. */
  readonly logRate: number;
  /** log K. */
  readonly logCapacity: number;
}

/** The start of a logistic curve, with the exact predictor of its end. */
export interface EarlyGrowth extends ConjugateWorld<EarlyGrowthParameters, readonly number[]>, BayesTarget<EarlyGrowthParameters, readonly number[]> {
  /** Mean and variance of log K given x. */
  readonly posterior: (x: readonly number[]) => { readonly mean: number; readonly variance: number };
  /** log N(t) at t = 1 … 10 without noise. */
  readonly path: (theta: EarlyGrowthParameters) => number[];
}

/** What is known of every node before any data: log K, the path, and log prior − ‖path‖²/(2σ²). */
interface Nodes {
  readonly logCapacity: Float64Array;
  readonly paths: Float64Array;
  readonly constants: Float64Array;
}

/**
 * World (D2): x_t = log N(t) + .1 ε_t at t = 1 … 10, N logistic with N(0) = 1, long before the capacity K is felt; the
 * target log K is known only through the rate r, with which it is correlated.
 *
 * (log r, log K) ~ N((log .3, log 1000), (.15², .7²), correlation −.8). E[log K | x] and Var(log K | x) by quadrature
 * on 241 × 61 nodes, ±6 standard deviations of log r and of log K given log r
 *
 * @returns the simulator with its oracle for the target log K; the 10 log sizes are the features. `bayesRisk` is the
 *   mean posterior variance of 150,000 simulations, standard error 3e-5; the prior variance is .49
 * @throws RangeError from the members if x is not 10 finite numbers or θ not finite
 * @source Dudley & Eisenberg 2025, arXiv 2509.18990 (targets that are never observed)
 * @example earlyGrowth().path({ logRate: Math.log(0.3), logCapacity: Math.log(1000) }).length // => 10
 */
export function earlyGrowth(): EarlyGrowth {
  const path = ({ logRate, logCapacity }: EarlyGrowthParameters): number[] => {
    requireFinite("theta", [logRate, logCapacity], 2);
    const [rate, capacity] = [Math.exp(logRate), Math.exp(logCapacity)];
    return Array.from({ length: TIMES }, (_, i) => logisticGrowth(i + 1, 1, rate, capacity));
  };
  let nodes: Nodes | undefined;
  const posterior = (x: readonly number[]): { mean: number; variance: number } =>
    moments((nodes ??= tabulate(path)), requireFinite("x", x, TIMES));

  return {
    id: "early-growth",
    prior: {
      sample(key) {
        const stream = key.stream();
        return parametersAt(normal(stream), normal(stream));
      },
      logProb({ logRate, logCapacity }) {
        requireFinite("theta", [logRate, logCapacity], 2);
        const z = (logRate - RATE.mean) / RATE.sd;
        const w = ((logCapacity - CAPACITY.mean) / CAPACITY.sd - CORRELATION * z) / RESIDUAL;
        return -0.5 * (z * z + w * w) - Math.log(2 * Math.PI * RATE.sd * CAPACITY.sd * RESIDUAL);
      },
    },
    simulate(key, theta) {
      const stream = key.stream();
      return path(theta).map((value) => normal(stream, value, NOISE));
    },
    featureCount: TIMES,
    features: (x) => requireFinite("x", x, TIMES),
    target: ({ logCapacity }) => logCapacity,
    bayesPredictor: (x) => posterior(x).mean,
    bayesRisk: BAYES_RISK,
    posterior,
    path,
  };
}

/** θ at standard normal coordinates. */
function parametersAt(z: number, w: number): EarlyGrowthParameters {
  return { logRate: RATE.mean + RATE.sd * z, logCapacity: CAPACITY.mean + CAPACITY.sd * (CORRELATION * z + RESIDUAL * w) };
}

function tabulate(path: (theta: EarlyGrowthParameters) => number[]): Nodes {
  const count = RATE_NODES * CAPACITY_NODES;
  const logCapacity = new Float64Array(count);
  const paths = new Float64Array(count * TIMES);
  const constants = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const z = -REACH + (2 * REACH * Math.floor(node / CAPACITY_NODES)) / (RATE_NODES - 1);
    const w = -REACH + (2 * REACH * (node % CAPACITY_NODES)) / (CAPACITY_NODES - 1);
    const theta = parametersAt(z, w);
    const values = path(theta);
    logCapacity[node] = theta.logCapacity;
    paths.set(values, node * TIMES);
    constants[node] = -0.5 * (z * z + w * w) - values.reduce((sum, value) => sum + value * value, 0) / (2 * NOISE ** 2);
  }
  return { logCapacity, paths, constants };
}

/** Moments under the weights exp(constant + x·path/σ²): the terms of x alone cancel. */
function moments({ logCapacity, paths, constants }: Nodes, x: readonly number[]): { mean: number; variance: number } {
  const scaled = Float64Array.from(x, (value) => value / NOISE ** 2);
  const logs = new Float64Array(constants.length);
  let top = -Infinity;
  for (let node = 0; node < logs.length; node++) {
    let log = constants[node];
    for (let i = 0; i < TIMES; i++) log += scaled[i] * paths[node * TIMES + i];
    logs[node] = log;
    if (log > top) top = log;
  }
  let [total, first, second] = [0, 0, 0];
  for (let node = 0; node < logs.length; node++) {
    if (!(logs[node] > top - NEGLIGIBLE)) continue;
    const weight = Math.exp(logs[node] - top);
    const offset = logCapacity[node] - CAPACITY.mean;
    total += weight;
    first += weight * offset;
    second += weight * offset * offset;
  }
  const mean = first / total;
  return { mean: CAPACITY.mean + mean, variance: second / total - mean * mean };
}
