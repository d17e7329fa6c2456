import { expect, test } from "vitest";
import { meanField } from "../../../src/simulators/algorithms/meanField.js";
import { Key } from "../../../src/random/key.js";
import { lotkaVolterra } from "../../../src/simulators/reactions/lotkaVolterra.js";

const options = { prey: 60, predators: 20, birth: 0.5, predation: 0.01, death: 0.3 };

/** V = cX − d log X + cY − b log Y is conserved by X' = bX − cXY, Y' = cXY − dY. */
test("its mean field conserves the Lotka–Volterra invariant", () => {
  const { birth, predation, death } = options;
  const { prey, predators } = meanField().simulate(Key.root(0).stream(), lotkaVolterra(options), { intervals: 40 }).states;
  const invariant = (t: number): number =>
    predation * (prey[t] + predators[t]) - death * Math.log(prey[t]) - birth * Math.log(predators[t]);
  for (let t = 1; t <= 40; t++) expect(Math.abs(invariant(t) - invariant(0))).toBeLessThan(1e-6);
  expect(Math.max(...prey) / Math.min(...prey)).toBeGreaterThan(2);
});

test("constants out of their domain are named", () => {
  expect(() => lotkaVolterra({ ...options, birth: -0.5 })).toThrow(new RangeError("birth must be finite and >= 0, got -0.5"));
  expect(() => lotkaVolterra({ ...options, prey: NaN })).toThrow(new RangeError("prey must be finite and >= 0, got NaN"));
});
