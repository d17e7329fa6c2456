import { brierScore, classificationError, gaussianErrors, growthSelection, leaderboard, mechanismSelection } from "simverdict";
import { type Competition, mechanismEntries } from "./mechanism-entries.js";

const autocorrelated = growthSelection("autocorrelated");

/** growth/four has no Bayes row: at 1000 draws its oracle fails the guard (mean TV .029 over 100 series). */
const tasks: readonly (readonly [world: typeof autocorrelated, competition: Competition])[] = [
  [growthSelection("logistic-gompertz"), { widenedBy: 10, draws: 500 }],
  [growthSelection("four"), { widenedBy: 10 }],
  [
    autocorrelated,
    {
      widenedBy: 10,
      draws: 500,
      wrongErrors: { name: "white errors", errors: gaussianErrors({ scale: autocorrelated.errors.scale! }) },
    },
  ],
];

for (const [world, competition] of tasks) {
  leaderboard({
    task: mechanismSelection(world),
    metrics: [classificationError, brierScore],
    entries: mechanismEntries(world, competition),
    cases: { smoke: 500, standard: 2_000 },
    clock: () => performance.now(),
  });
}
