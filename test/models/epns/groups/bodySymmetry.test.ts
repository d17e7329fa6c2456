import { describe, expect, it } from "vitest";
import { drawBodySymmetry, requireBodySymmetry } from "../../../../src/models/epns/groups/bodySymmetry.js";
import { Key } from "../../../../src/random/key.js";

const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1];

describe("drawBodySymmetry", () => {
  it("draws elements of the group, with translations no longer than told", () => {
    const stream = Key.root(3).stream();
    for (let i = 0; i < 200; i++) {
      const g = drawBodySymmetry(stream, 5, 10);
      expect(() => requireBodySymmetry(g, 5)).not.toThrow();
      expect(Math.hypot(...g.translation)).toBeLessThanOrEqual(10);
    }
    expect(drawBodySymmetry(stream, 2, 0).translation).toEqual([0, 0, 0]);
  });

  it.each([[0, 1, "bodies must be an integer >= 1, got 0"], [NaN, 1, "got NaN"], [2, -1, "reach must be finite and >= 0, got -1"], [2, NaN, "got NaN"]])(
    "refuses %s bodies and reach %s",
    (bodies, reach, why) => expect(() => drawBodySymmetry(Key.root(0).stream(), bodies, reach)).toThrow(why),
  );
});

it.each([
  [{ matrix: IDENTITY, translation: [0, 0], order: [0] }, "translation must be 3 finite numbers, got [0, 0]"],
  [{ matrix: IDENTITY, translation: [0, NaN, 0], order: [0] }, "got [0, NaN, 0]"],
  [{ matrix: IDENTITY, translation: [0, 0, 0], order: [1] }, "order must hold each of 0 to 0 once"],
  [{ matrix: IDENTITY.map((x) => 2 * x), translation: [0, 0, 0], order: [0] }, "matrix must be orthogonal"],
])("refuses %j", (symmetry, why) => {
  expect(() => requireBodySymmetry(symmetry, 1)).toThrow(RangeError);
  expect(() => requireBodySymmetry(symmetry, 1)).toThrow(why);
});
