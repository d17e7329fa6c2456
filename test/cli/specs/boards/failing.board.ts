import { classificationError, leaderboard } from "simverdict";
import { toyEntry, toyTask } from "../../../leaderboard/toyTask.js";

const broken = (model: string, thrown: Error) => ({
  ...toyEntry(model, () => 0),
  prepare: (): Promise<never> => Promise.reject(thrown),
});

leaderboard({
  task: { ...toyTask, id: "failing" },
  metrics: [classificationError],
  entries: [
    broken("throws", new Error("no net:\n  it was never trained")),
    broken("says n/a", new Error("n/a")),
    { ...toyEntry("exits", () => 0), prepare: () => process.exit(0) },
    toyEntry("nan", () => [NaN, 1]),
    toyEntry("sum", () => [0.5, 0.4]),
    toyEntry("length", () => [0.5, 0.25, 0.25]),
    { ...toyEntry("few", () => 0), prepare: () => ({ parameters: 0, predict: () => [0] }) },
    { ...toyEntry("size", () => 0), prepare: () => ({ parameters: NaN, predict: (xs) => xs.map(() => 0) }) },
    toyEntry("sound", ([x]) => x),
  ],
  cases: { smoke: 50 },
  clock: () => 0,
});
