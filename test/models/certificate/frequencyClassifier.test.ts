import { expect, test } from "vitest";
import { frequencyClassifier } from "../../../src/models/certificate/frequencyClassifier.js";
import { Key } from "../../../src/random/key.js";

test("what is relatively more frequent in real data looks real; ties and the unseen look simulated", async () => {
  const simulated = [[1], [1], [2], [3]];
  const real = [[1], [2]]; // frequencies ½ and ½ against ½ and ¼
  const looksReal = await frequencyClassifier().fit(simulated, real, Key.root(0));
  expect(looksReal([[1], [2], [3], [4]])).toEqual([false, true, false, false]);
});

test("rows are told apart by all their coordinates", async () => {
  const looksReal = await frequencyClassifier().fit([[1, 23]], [[12, 3]], Key.root(0));
  expect(looksReal([[1, 23], [12, 3]])).toEqual([false, true]);
});
