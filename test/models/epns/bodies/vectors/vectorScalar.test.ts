import { beforeAll, expect, it } from "vitest";
import { EDGE_SCALARS, NODE_SCALARS } from "../../../../../src/models/epns/bodies/vectors/scalarFeatures.js";
import { vectorScalar } from "../../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { PERMUTATION, ROTATION, stepError, TRANSLATION } from "../stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

it.each(Object.entries({ ROTATION, TRANSLATION, PERMUTATION }))("a step commutes with a %s to 1e-4 of its increment, at ten seeds", (_, g) => {
  for (let seed = 0; seed < 10; seed++) expect(stepError(vectorScalar({ hidden: 8 }), g, seed)).toBeLessThan(1e-4);
});

it("refuses sizes that are no integers >= 1", () => {
  expect(() => vectorScalar({ hidden: 0 })).toThrow(RangeError);
  expect(() => vectorScalar({ rounds: 1.5 })).toThrow(RangeError);
});

it("has other features in its id, by which trainings are told apart", () => {
  const of = EDGE_SCALARS.of;
  expect(vectorScalar({ hidden: 4, edgeScalars: EDGE_SCALARS }).id).toBe("vector-scalar(hidden=4, rounds=2)");
  expect(vectorScalar({ hidden: 4, edgeScalars: { width: 5, of } }).id).toBe("vector-scalar(hidden=4, rounds=2, edges=custom)");
  expect(vectorScalar({ hidden: 4, nodeScalars: { ...NODE_SCALARS, id: "mine" } }).id).toBe("vector-scalar(hidden=4, rounds=2, nodes=mine)");
});
