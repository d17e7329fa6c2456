import { brierScore, classificationError, leaderboard } from "simverdict";
import { toyEntry, toyTask } from "../../../leaderboard/toyTask.js";

let time = 0;

for (const id of ["bits/one", "bits/two"]) {
  leaderboard({
    task: { ...toyTask, id },
    metrics: [classificationError, brierScore],
    entries: [
      toyEntry("contrary", ([x]) => 1 - x),
      {
        ...toyEntry("drawn|net", () => 0),
        // As sure of x as its key says.
        prepare: ({ key }) => {
          const sure = key.stream().uniform();
          return { parameters: 1, predict: (xs) => xs.map(([x]) => (x === 1 ? [1 - sure, sure] : [sure, 1 - sure])) };
        },
      },
      toyEntry("copy", ([x]) => x),
    ],
    cases: { smoke: 300 },
    clock: () => (time += 250),
  });
}
