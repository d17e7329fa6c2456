import { expect, test } from "vitest";
import { rejectionAbc } from "../../../src/models/baselines/rejectionAbc.js";
import { simulatePair } from "../../../src/models/sgnn/simulatePair.js";
import { Key } from "../../../src/random/key.js";
import { gaussianErrors } from "../../../src/simulators/mechanisms/gaussianErrors.js";
import { mechanismWorld } from "../../../src/simulators/mechanisms/mechanismWorld.js";
import { lineSkeletons } from "../../simulators/mechanisms/lineSkeletons.js";
import { posteriorOfLines } from "../oracles/posteriorOfLines.js";

const sigma = 0.5;
const world = mechanismWorld({
  id: "lines",
  skeletons: lineSkeletons,
  errors: gaussianErrors({ scale: sigma }),
  // Least-squares coefficients of a line: sufficient for the mechanism and its parameters.
  features: (x) => [x.reduce((sum, value) => sum + value, 0), x.reduce((sum, value, i) => sum + (i - 2.5) * value, 0)],
});
const abc = rejectionAbc(world, { simulations: 20_000, accepted: 100, key: Key.root(1) });

/**
 * Mean over 50 series of TV(ABC, posterior), at ten seeds. Of 100 accepted draws from the exact posterior, each share has a
 * standard deviation ≤ .05, so TV ≤ ½ Σ_i |…| has mean ≤ .075; the bias of 100 of 20,000 neighbours may add as much.
 */
test("with sufficient statistics the shares are near the posterior", () => {
  const distances = Array.from({ length: 50 }, (_, i) => {
    const { x } = simulatePair(world, Key.root(i % 10).fold("x").fold(i));
    const exact = posteriorOfLines(x, sigma);
    return abc.probabilities!(x).reduce((sum, p, m) => sum + Math.abs(p - exact[m]), 0) / 2;
  });
  expect(distances.reduce((sum, tv) => sum + tv, 0) / 50).toBeLessThan(0.15);
});

test("chooses the greatest share, the first of equals", () => {
  for (let i = 0; i < 20; i++) {
    const { x } = simulatePair(world, Key.root(i));
    const shares = abc.probabilities!(x);
    expect(abc.select(x)).toBe(shares.indexOf(Math.max(...shares)));
  }
  expect(abc.id).toBe(`abc(lines, simulations=20000, accepted=100, key=${String(Key.root(1))})`);
});

test("summary statistics may be given; bad input is refused", () => {
  const mean = rejectionAbc(world, { simulations: 50, accepted: 5, key: Key.root(1), features: (x) => [x[0]] });
  expect(mean.probabilities!([1, 1, 1, 1, 1, 1])).toEqual(mean.probabilities!([1, 2, 3, 4, 5, 6]));
  expect(() => rejectionAbc(world, { simulations: 50, accepted: 51, key: Key.root(1) })).toThrow(new RangeError("accepted must be an integer in [1, 50], got 51"));
  expect(() => abc.select([1])).toThrow(new RangeError("x must hold 6 numbers, got 1"));
});
