import { expect, it } from "vitest";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";
import { transpose } from "../../../../src/nn/engine/lowering/transpose.js";

it("makes one permutation of several, and none of those that lead back", () => {
  const g = new GraphBuilder();
  const x = g.input("x", { shape: [2, 3, 4], type: "float32" });
  const turned = transpose(g, x, [2, 0, 1]);
  expect(turned.shape).toEqual([4, 2, 3]);
  const again = transpose(g, turned, [2, 0, 1]);
  expect(again.shape).toEqual([3, 4, 2]);
  expect(g.producer(again)).toMatchObject({ inputs: [x], attributes: { perm: [1, 2, 0] } });
  expect(transpose(g, again, [2, 0, 1])).toBe(x);
});
