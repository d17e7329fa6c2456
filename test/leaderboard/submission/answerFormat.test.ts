import { expect, test } from "vitest";
import { largestAnswer } from "../../../src/leaderboard/submission/answerFormat.js";

test.each<[number[][], number]>([
  [[[]], 1],
  [[[], [3]], 3],
  [[[2, 5], [4]], 10],
])("of the shapes %j the largest has %d numbers", (shapes, size) => expect(largestAnswer({ title: "t", shapes })).toBe(size));
