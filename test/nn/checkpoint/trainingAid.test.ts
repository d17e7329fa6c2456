import { expect, test } from "vitest";
import type { Checkpoints, TrainingIdentity } from "../../../src/nn/checkpoint/checkpoints.js";
import { aidedTraining } from "../../../src/nn/checkpoint/trainingAid.js";
import { Key } from "../../../src/random/key.js";

const identity: TrainingIdentity = { model: "net", key: Key.root(0), settings: {} };

test("asks for the checkpoints of this training, and hands the progress on", () => {
  const asked: TrainingIdentity[] = [];
  const own: Checkpoints = { every: 1, load: async () => undefined, save: async () => {} };
  const progress = (): void => {};
  expect(aidedTraining({ checkpoints: (one) => (asked.push(one), own), progress }, identity)).toEqual({ checkpoints: own, progress });
  expect(asked).toEqual([identity]);
});

test("adds nothing where there is no aid", () => {
  expect(aidedTraining({}, identity)).toEqual({});
});
