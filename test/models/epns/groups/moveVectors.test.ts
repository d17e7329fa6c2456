import { expect, it } from "vitest";
import { moveVectors } from "../../../../src/models/epns/groups/moveVectors.js";

/** A quarter turn about z. */
const TURN = [0, -1, 0, 1, 0, 0, 0, 0, 1];

it("turns every vector and reorders the bodies; translations change nothing", () => {
  const vectors = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]; // two bodies, two vectors each
  expect([...moveVectors({ matrix: TURN, translation: [9, 9, 9], order: [1, 0] }, vectors)]).toEqual([-8, 7, 9, -11, 10, 12, -2, 1, 3, -5, 4, 6]);
});

it("refuses vectors that do not fall into triples for each body", () => {
  const g = { matrix: TURN, translation: [0, 0, 0], order: [0, 1] };
  expect(() => moveVectors(g, [1, 2, 3])).toThrow(new RangeError("vectors must have shape [2, k, 3], got 3 numbers"));
});
