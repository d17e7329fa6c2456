import { brierScore, classificationError, epidemicSelection, leaderboard, mechanismSelection } from "simverdict";
import { mechanismEntries } from "./mechanism-entries.js";

/**
 * Two have no Bayes row: on `stochastic` the oracle knows the likelihood of the deterministic skeleton only, and on `wide`
 * it fails its guard (1000 draws, 20 series: median ESS 8, mean TV .087).
 */
for (const [variant, oracle] of [["tight", { draws: 1_000 }], ["stochastic", {}], ["wide", {}]] as const) {
  const world = epidemicSelection(variant);
  leaderboard({
    task: mechanismSelection(world),
    metrics: [classificationError, brierScore],
    entries: mechanismEntries(world, { widenedBy: 3, ...oracle }),
    cases: { smoke: 500, standard: 2_000 },
    clock: () => performance.now(),
  });
}
