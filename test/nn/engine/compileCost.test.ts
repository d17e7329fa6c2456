import { expect, it } from "vitest";
import { describeCost } from "../../../src/nn/engine/compileCost.js";

it("is told in one line, with the time where it is known", () => {
  expect(describeCost({ nodes: 61, bytes: 12345, milliseconds: 41.7 })).toBe("61 nodes, 12.3 kB, compiled in 42 ms");
  expect(describeCost({ nodes: 1, bytes: 140 })).toBe("1 node, 0.1 kB");
});
