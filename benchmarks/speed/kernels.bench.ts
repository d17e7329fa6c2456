import { Bench } from "tinybench";
import { celestial, cellularPotts, Key } from "simverdict";

const INNER_STEPS = 100;
const MONTE_CARLO_STEPS = 10;

/** The cost of one inner step of five bodies, and what its noise takes of it; the aim is ≤ 667 ns. */
export function celestialKernel(): Bench {
  const kernel = celestial({ innerSteps: INNER_STEPS });
  const key = Key.root(0).fold("celestial");
  const start = kernel.init(key);
  const noise = kernel.noise(key);
  return new Bench({ name: `celestial, 5 bodies, per inner step of ${INNER_STEPS}`, time: 500 })
    .add("step", () => void kernel.step(key, start))
    .add("step with its noise given", () => void kernel.stepWithNoise(start, noise))
    .add("noise", () => void kernel.noise(key));
}

/** What one run of a celestial task is divided by. */
export const celestialUnits = INNER_STEPS;

/** The cost of one Monte Carlo step, size² copy attempts; the aim at 100×100 with 64 cells is ≤ 500,000 ns. */
export function cellularKernel(): Bench {
  const key = Key.root(0).fold("cellular");
  const bench = new Bench({ name: `cellular Potts, per Monte Carlo step of ${MONTE_CARLO_STEPS}`, time: 500 });
  for (const [size, cells] of [[24, 8], [48, 24], [100, 64]]) {
    const kernel = cellularPotts({ size, cells, monteCarloSteps: MONTE_CARLO_STEPS });
    const start = kernel.init(key);
    bench.add(`${size}×${size}, ${cells} cells`, () => void kernel.step(key, start));
  }
  return bench;
}

/** What one run of a cellular task is divided by. */
export const cellularUnits = MONTE_CARLO_STEPS;
