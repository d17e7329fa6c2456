import { leaderboard, regret } from "simverdict";
import { toyEntry, toyTask } from "../../../leaderboard/toyTask.js";

process.stdout.write("a board may print\n");

leaderboard({
  task: { ...toyTask, id: "sound" },
  metrics: [regret],
  entries: [toyEntry("copy", ([x]) => x), toyEntry("constant", () => 1)],
  cases: { smoke: 300 },
  clock: () => 0,
});
