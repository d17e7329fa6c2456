import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { acceptedOutbreaks } from "../../../src/simulators/epidemic/acceptedOutbreaks.js";
import { earlyOutbreak } from "../../../src/simulators/epidemic/earlyOutbreak.js";
import { epidemicSelection } from "../../../src/simulators/epidemic/epidemicSelection.js";

const world = earlyOutbreak();
const root = Key.root(Number(process.env["TEST_SEED"] ?? 1)).fold("early outbreak");

test("x is the first 30 days of an accepted outbreak, and the target its R0", () => {
  const whole = acceptedOutbreaks(["SEIR"]);
  for (let i = 0; i < 50; i++) {
    const theta = world.prior.sample(root.fold(i));
    expect(theta).toEqual(whole.prior.sample(root.fold(i)));
    const x = world.simulate(root.fold("x").fold(i), theta);
    expect(x).toHaveLength(30);
    expect(x).toEqual(whole.simulate(root.fold("x").fold(i), theta).slice(0, 30));
    expect(world.features(x)).toEqual(x.map(Math.log1p));
    expect(world.target(theta)).toBe(theta.parameters[0]);
    expect(world.target(theta)).toBeGreaterThanOrEqual(world.targetRange[0]);
    expect(world.target(theta)).toBeLessThanOrEqual(world.targetRange[1]);
  }
  expect(world.targetRange).toEqual([1.5, 3]);
});

test("its only mechanism is the start of the task's SEIR", () => {
  const [skeleton] = world.skeletons;
  const [, seir] = epidemicSelection("stochastic").skeletons;
  expect(skeleton.parameters).toEqual(seir.parameters);
  const [start, path] = [new Float64Array(30), new Float64Array(60)];
  skeleton.path([2, 5, 3, 0.5, 4], start);
  seir.path([2, 5, 3, 0.5, 4], path);
  expect(start).toEqual(path.slice(0, 30));
});

test("bad input", () => {
  expect(() => world.simulate(root, { mechanism: 1, parameters: [2, 5, 3, 0.5, 4] })).toThrow(RangeError);
  expect(() => world.simulate(root, { mechanism: 0, parameters: [2, 5, 3, 0.5] })).toThrow(RangeError);
  expect(() => world.features(new Array<number>(60).fill(1))).toThrow(RangeError);
  expect(world.prior).not.toHaveProperty("logProb");
});
