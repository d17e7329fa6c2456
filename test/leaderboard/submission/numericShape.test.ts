import { expect, test } from "vitest";
import { numericShape } from "../../../src/leaderboard/submission/numericShape.js";

test.each<[unknown, number[] | undefined]>([
  [3, []],
  [[1, 2], [2]],
  [[[1], [2], [3]], [3, 1]],
  [[[1], [2, 3]], undefined],
  [[1, [2]], undefined],
  [[[1], 2], undefined],
  [["1"], undefined],
  [[], undefined],
  [{ a: 1 }, undefined],
  [null, undefined],
])("%j has shape %j", (value, shape) => expect(numericShape(value)).toEqual(shape));
