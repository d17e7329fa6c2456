import { Bench } from "tinybench";
import { epidemicSelection, importanceOracle, Key, mechanismLikelihoods } from "simverdict";

const SERIES = 10;

/** The cost of fitting SIR and SEIR to one series of 60 counts, five starts each, and of their posterior probabilities. */
export function fits(): Bench {
  const world = epidemicSelection("tight");
  const series = Array.from({ length: SERIES }, (_, i) => {
    const key = Key.root(0).fold("fits").fold(i);
    return world.simulate(key.fold("x"), world.prior.sample(key.fold("theta")));
  });
  const box = mechanismLikelihoods(world, { support: "prior" });
  const wide = mechanismLikelihoods(world, { support: { widenedBy: 3 } });
  const oracle = importanceOracle(world, { draws: 1000, key: Key.root(0) });
  return new Bench({ name: `fits of SIR and SEIR, per series of ${SERIES}` })
    .add("maximum likelihoods in the prior's box", () => series.forEach((x) => void box.maximise(x)))
    .add("maximum likelihoods in the box widened by 3", () => series.forEach((x) => void wide.maximise(x)))
    .add("posterior probabilities, 1000 draws", () => series.forEach((x) => void oracle.evaluate(x)));
}

/** What one run of a task is divided by. */
export const fitsUnits = SERIES;
