import { classificationError, leaderboard } from "simverdict";
import { toyEntry, toyTask } from "../../../leaderboard/toyTask.js";

/** Says that it has begun, and computes without end: to be interrupted. */
leaderboard({
  task: { ...toyTask, id: "endless" },
  metrics: [classificationError],
  entries: [
    {
      ...toyEntry("endless", () => 0),
      prepare: async () => {
        console.log(`worker ${process.pid}`);
        await new Promise((resolve) => setTimeout(resolve, 1e6));
        throw new Error("it ended");
      },
    },
  ],
  cases: { smoke: 50 },
  clock: () => 0,
});
