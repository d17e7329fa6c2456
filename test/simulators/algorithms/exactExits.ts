import type { Stream } from "../../../src/random/stream.js";
import type { ReactionAlgorithm } from "../../../src/simulators/algorithms/reactionAlgorithm.js";
import { drawMany, expectPmf } from "../../random/goodnessOfFit.js";
import { competingExits } from "../reactions/exampleNetworks.js";

/** C(n, k) p^k (1 − p)^(n − k). */
function binomialMass(n: number, p: number, k: number): number {
  if (k > n) return 0;
  let mass = (1 - p) ** n;
  for (let j = 1; j <= k; j++) mass *= ((n - j + 1) / j) * (p / (1 - p));
  return mass;
}

/**
 * Asserts the exact law of two competing exits at t = 2: of 50 individuals Binomial(50, ¾(1 − e^(−0.8))) left, and
 * Binomial(50, ¼(1 − e^(−0.8))) died; false alarm about 2e−9.
 */
export function expectExactExits(algorithm: ReactionAlgorithm): void {
  const exits = (name: string) => (stream: Stream) => {
    const events = algorithm.simulate(stream, competingExits, { intervals: 2 }).events[name];
    return events[0] + events[1];
  };
  const gone = -Math.expm1(-0.8);
  expectPmf(drawMany(algorithm.id, exits("leaving"), 10_000), (k) => binomialMass(50, 0.75 * gone, k));
  expectPmf(drawMany(algorithm.id, exits("dying"), 10_000), (k) => binomialMass(50, 0.25 * gone, k));
}
