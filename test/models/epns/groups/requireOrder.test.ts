import { expect, it } from "vitest";
import { requireOrder } from "../../../../src/models/epns/groups/requireOrder.js";

it("takes permutations of the given length", () => {
  expect(() => requireOrder(new Uint32Array([2, 0, 1]), 3)).not.toThrow();
});

it.each([[[0, 0, 1]], [[0, 1]], [[0, 1, 3]], [[0, 1, -1]], [[0, 1, NaN]], [[0, 1, 1.5]]])("refuses %j as an order of three", (order) => {
  expect(() => requireOrder(order, 3)).toThrow(new RangeError(`order must hold each of 0 to 2 once, got [${order.join(", ")}]`));
});
