import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { eulerMap } from "../../../src/simulators/algorithms/eulerMap.js";
import { meanField } from "../../../src/simulators/algorithms/meanField.js";
import { networksOfSize } from "../reactions/exampleNetworks.js";

const stream = Key.root(0).stream();

/** Global error C dt + O(dt²): halving the step halves it, up to a relative C' dt; at dt = 1/64 that is a few per cent. */
test.each(networksOfSize(1000))("order 1 against the mean field: $id", (network) => {
  const schedule = { intervals: 10 };
  const exact = meanField().simulate(stream, network, schedule).states;
  const error = (step: number): number => {
    const { states } = eulerMap({ step }).simulate(stream, network, schedule);
    return Math.hypot(...Object.entries(states).map(([name, path]) => path[10] - exact[name][10]));
  };
  const ratio = error(1 / 64) / error(1 / 128);
  expect(Math.abs(ratio - 2)).toBeLessThan(0.1);
});

test("it draws nothing", () => {
  const algorithm = eulerMap({ step: 0.5 });
  expect(algorithm).toMatchObject({ id: "euler-map(step=0.5)", draws: false });
  const [network] = networksOfSize(100);
  const used = Key.root(3).stream();
  algorithm.simulate(used, network, { intervals: 5 });
  expect(used.uniform()).toBe(Key.root(3).stream().uniform());
});

test.each([0, -0.25, NaN, Infinity])("a step of %s is refused", (step) => {
  expect(() => eulerMap({ step })).toThrow(new RangeError(`step must be positive and finite, got ${step}`));
});
