import { expect, test } from "vitest";
import { submissionLines } from "../../src/report/submissionText.js";
import { submissionOf } from "../leaderboard/submission/submissions.js";

const record = submissionOf();

test("both scores, the place, and the difference to each entry", () => {
  const left = [
    { board: "toy/bit/error", model: "slow", score: 0.18 },
    { board: "toy/bit/brier", model: "slow", score: 0.1 },
  ];
  expect(submissionLines(record, left)).toEqual([
    "net 1.0 on toy/bit@1, tier smoke",
    "",
    "toy/bit/error  (share of wrong bits; lower is better)",
    "  public  0.2 [0.125, 0.3], 100 cases",
    "  fresh   0.25 [0.15, 0.35], 100 cases, release r1",
    "  place   2–3 of 3 compared",
    "  against copy      0.19  difference +0.01 [−0.02, +0.04]: undecided",
    "  against contrary  0.8  difference −0.6 [−0.7, −0.5]: better",
    "  beside  slow      0.18  not compared (--patience, --against)",
  ]);
});

test("a file of predictions has no fresh score; a metric that does not apply has neither score nor place", () => {
  const none = { n: 100, score: null, lower: null, upper: null, problem: "n/a" };
  const [board] = record.boards;
  expect(submissionLines(submissionOf({ boards: [{ ...board, public: none, fresh: null, rank: null, compared: [] }] })).slice(3)).toEqual([
    "  public  n/a",
    "  fresh   none: a file of predictions answers the public cases only",
  ]);
});
