import { beforeAll, expect, it } from "vitest";
import { bodyKernel } from "../../../../src/models/epns/bodies/bodyKernel.js";
import type { BodyModel } from "../../../../src/models/epns/bodies/bodyModel.js";
import { flatBodies } from "../../../../src/models/epns/bodies/flatBodies.js";
import { frameAveraging } from "../../../../src/models/epns/bodies/frames/frameAveraging.js";
import { neuralSde } from "../../../../src/models/epns/bodies/neuralSde.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";
import { virialStart } from "../../../../src/simulators/particles/virialStart.js";
import { SCALES } from "./stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const model = vectorScalar({ hidden: 8 });
const kernel = bodyKernel(model, { parameters: model.init(Key.root(0)), scales: SCALES, bodies: 5, init: (key) => virialStart(key.stream(), 5, 0.1) });

it("is a transition kernel: equal keys give equal trajectories, states are not changed, masses stay", () => {
  const path = trajectory(kernel, Key.root(1), 4);
  expect(trajectory(kernel, Key.root(1), 4)).toEqual(path);
  expect(trajectory(kernel, Key.root(2), 4)).not.toEqual(path);
  for (const state of path) for (let at = 0; at < 35; at += 7) expect(state[at]).toBe(path[0][at]);
  expect(kernel.init(Key.root(1).fold("init"))).toEqual(path[0]);
});

it("takes many steps at once as one by one, up to float32 rounding of increments, and leaves nothing behind", () => {
  const keys = Array.from({ length: 4 }, (_, i) => Key.root(i));
  const [states, noise] = [keys.map((key) => kernel.init(key)), keys.map((key) => kernel.noise(key))];
  const before = tf.memory().numTensors;
  const together = kernel.stepAll(states, noise);
  expect(tf.memory().numTensors).toBe(before);
  states.forEach((state, i) => kernel.stepWithNoise(state, noise[i]).forEach((value, at) => expect(together[i][at]).toBeCloseTo(value, 5)));
});

it("lets one unstable rollout not end the others, but refuses to step it alone", () => {
  const [state, noise] = [kernel.init(Key.root(0)), kernel.noise(Key.root(0))];
  const [lost, kept] = kernel.stepAll([state.with(4, NaN), state], [noise, noise]);
  expect(lost.every(Number.isFinite)).toBe(false);
  expect(kept.every(Number.isFinite)).toBe(true);
  expect(() => kernel.stepWithNoise(lost, noise)).toThrow("state must hold finite numbers, got NaN");
});

it("refuses states and noise of other shapes", () => {
  const [state, noise] = [kernel.init(Key.root(0)), kernel.noise(Key.root(0))];
  expect(() => kernel.stepWithNoise(state.subarray(7), noise)).toThrow("state must have shape [5, 7], got 28 numbers");
  expect(() => kernel.stepWithNoise(state, noise.subarray(3))).toThrow("noise must have shape [4, 5, 3], got 57 numbers");
  expect(() => kernel.stepAll([state], [])).toThrow("noise must be given for 1 states, got 0");
});

it("refuses noise that is not finite", () => {
  const [state, noise] = [kernel.init(Key.root(0)), kernel.noise(Key.root(0))];
  expect(() => kernel.stepWithNoise(state, noise.with(2, NaN))).toThrow(new RangeError("noise must hold finite numbers, got NaN at 2"));
});

it("takes a state that is a plain array too", () => {
  const [state, noise] = [kernel.init(Key.root(0)), kernel.noise(Key.root(0))];
  expect(kernel.stepWithNoise(Array.from(state) as unknown as Float64Array, noise)).toEqual(kernel.stepWithNoise(state, noise));
});

it.each<(model: BodyModel) => BodyModel>([(own) => own, frameAveraging, (field) => neuralSde({ field })])("refuses another number of bodies than the model takes", (wrapped) => {
  const flat = wrapped(flatBodies({ bodies: 5, hidden: 4 }));
  const parts = { parameters: flat.init(Key.root(0)), scales: SCALES, init: (key: Key) => virialStart(key.stream(), 5, 0.1) };
  expect(() => bodyKernel(flat, { ...parts, bodies: 4 })).toThrow(new RangeError(`${flat.id} takes 5 bodies only, got 4`));
  expect(bodyKernel(flat, { ...parts, bodies: 5 }).step(Key.root(0), parts.init(Key.root(1)))).toHaveLength(35);
});
