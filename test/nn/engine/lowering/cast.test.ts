import { expect, it } from "vitest";
import { GraphBuilder } from "../../../../src/nn/engine/graph/graphBuilder.js";
import { cast } from "../../../../src/nn/engine/lowering/cast.js";

it("changes the type, and adds nothing where there is nothing to change", () => {
  const g = new GraphBuilder();
  const x = g.input("x", { shape: [2], type: "float32" });
  expect(cast(g, x, "float32")).toBe(x);
  expect(cast(g, x, "int32")).toMatchObject({ shape: [2], type: "int32" });
  expect(g.producer(cast(g, x, "bool"))).toMatchObject({ op: "Cast", attributes: { to: 9 } });
});
