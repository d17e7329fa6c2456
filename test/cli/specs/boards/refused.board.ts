import { classificationError, leaderboard } from "simverdict";
import { toyTask } from "../../../leaderboard/toyTask.js";

leaderboard({ task: { ...toyTask, id: "refused" }, metrics: [classificationError], entries: [], cases: { smoke: 50 }, clock: () => 0 });
