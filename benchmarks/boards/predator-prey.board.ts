import { brierScore, classificationError, leaderboard, mechanismSelection, predatorPreySelection } from "simverdict";
import { mechanismEntries } from "./mechanism-entries.js";

const world = predatorPreySelection();

leaderboard({
  task: mechanismSelection(world),
  metrics: [classificationError, brierScore],
  entries: mechanismEntries(world, { widenedBy: 3, draws: 1_000 }),
  cases: { smoke: 500, standard: 2_000 },
  clock: () => performance.now(),
});
