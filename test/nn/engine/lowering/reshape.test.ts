import { expect, it } from "vitest";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";
import { reshape } from "../../../../src/nn/engine/lowering/reshape.js";

it("makes one reshape of several, and none of those that lead back", () => {
  const g = new GraphBuilder();
  const x = g.input("x", { shape: [2, 3], type: "float32" });
  const flat = reshape(g, x, [6]);
  expect(g.producer(flat)?.op).toBe("Reshape");
  expect(reshape(g, flat, [2, 3])).toBe(x);
  expect(g.producer(reshape(g, flat, [3, 2]))?.inputs[0]).toBe(x);
});
