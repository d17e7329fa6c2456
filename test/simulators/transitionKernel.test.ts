import { expect, test } from "vitest";
import { Key } from "../../src/random/key.js";
import { type TransitionKernel, trajectory } from "../../src/simulators/transitionKernel.js";

/** A random walk whose states remember the keys that made them. */
const walk: TransitionKernel<readonly string[]> = {
  init: (key) => [key.toString()],
  step: (key, state) => [...state, key.toString()],
};

test("a trajectory is its initial state and the steps after it, each with a key of its own", () => {
  const key = Key.root(3);
  const states = trajectory(walk, key, 4);
  expect(states.map((state) => state.length)).toEqual([1, 2, 3, 4]);
  expect(states[3]).toEqual([key.fold("init"), ...[0, 1, 2].map((t) => key.fold("step").fold(t))].map(String));
  expect(new Set(states[3]).size).toBe(4);
});

test("more observations leave the earlier ones as they are", () => {
  expect(trajectory(walk, Key.root(5), 9).slice(0, 5)).toEqual(trajectory(walk, Key.root(5), 5));
});

test.each([0, -1, 1.5, NaN, Infinity])("%f observations are refused", (observations) => {
  expect(() => trajectory(walk, Key.root(0), observations)).toThrow(
    new RangeError(`observations must be an integer >= 1, got ${observations}`),
  );
});
