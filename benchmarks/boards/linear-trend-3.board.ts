import { brierScore, classificationError, leaderboard, linearTrend, linearTrendSelection, regret } from "simverdict";
import { linearTrendEntries } from "./linear-trend-entries.js";

for (const sigma of [0.05, 0.2, 0.5, 1]) {
  leaderboard({
    task: linearTrendSelection({ sigma, classes: 3 }),
    metrics: [classificationError, regret, brierScore],
    entries: linearTrendEntries(linearTrend({ sigma, classes: 3 }), sigma),
    cases: { smoke: 4_000, standard: 40_000 },
    clock: () => performance.now(),
  });
}
