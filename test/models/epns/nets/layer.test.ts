import { expect, it } from "vitest";
import { dense } from "../../../../src/models/epns/nets/dense.js";
import { initAll, parameterCount } from "../../../../src/models/epns/nets/layer.js";
import { Key } from "../../../../src/random/key.js";

it("puts the parameters of all parts together, each drawn under its own name", () => {
  const both = initAll([dense("a", 3, 2), dense("b", 3, 2)])(Key.root(0));
  expect(Object.keys(both)).toEqual(["a/weights", "a/bias", "b/weights", "b/bias"]);
  expect(both["a/weights"]).not.toEqual(both["b/weights"]);
  expect(both["b/weights"]).toEqual(dense("b", 3, 2).init(Key.root(0))["b/weights"]);
  expect(parameterCount(both)).toBe(16);
});

it("refuses two parts of one name", () => {
  expect(() => initAll([dense("a", 3, 2), dense("a", 1, 1)])(Key.root(0))).toThrow(new RangeError("two layers are named a/weights"));
});
