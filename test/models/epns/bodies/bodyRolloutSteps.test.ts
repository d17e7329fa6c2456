import { beforeAll, expect, it } from "vitest";
import { type BodyKernel, bodyKernel } from "../../../../src/models/epns/bodies/bodyKernel.js";
import { bodyRolloutSteps } from "../../../../src/models/epns/bodies/bodyRolloutSteps.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { Key } from "../../../../src/random/key.js";
import { rolloutEnsemble } from "../../../../src/simulators/rolloutEnsemble.js";
import { virialStart } from "../../../../src/simulators/particles/virialStart.js";
import { SCALES } from "./stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const model = vectorScalar({ hidden: 8 });
const kernel = bodyKernel(model, { parameters: model.init(Key.root(0)), scales: SCALES, bodies: 5, init: (key) => virialStart(key.stream(), 5, 0.1) });
const [start, other] = [kernel.init(Key.root(1)), kernel.init(Key.root(2))];
const sizes = { rollouts: 2, steps: 3 };

it("rolls out as the kernel steps, each rollout under its own noise", async () => {
  const ensemble = await rolloutEnsemble(bodyRolloutSteps(kernel), [start, other], sizes, Key.root(3));
  const key = Key.root(3).fold(1).fold(0);
  const [first, second] = [0, 1].map((t) => key.fold(t));
  const path = [kernel.step(first, other)];
  path.push(kernel.step(second, path[0]));
  path.forEach((state, t) => state.forEach((value, at) => expect(ensemble[1][0].states[t][at]).toBeCloseTo(value, 5)));
  expect(ensemble[0][0].states[0]).not.toEqual(ensemble[0][1].states[0]);
});

it("without noise all rollouts from a state are one", async () => {
  const [[a, b]] = await rolloutEnsemble(bodyRolloutSteps(kernel, { noise: "none" }), [start], sizes, Key.root(3));
  a.states.forEach((state, t) => state.forEach((value, at) => expect(b.states[t][at]).toBeCloseTo(value, 6)));
});

it("with the noise of latents alone, increments follow the mean of the decoder", async () => {
  const [next] = await bodyRolloutSteps(kernel, { noise: "latents" }).stepAll([start], [Key.root(4)]);
  const noise = kernel.noise(Key.root(4));
  const expected = kernel.stepWithNoise(start, noise.map((draw, at) => (at < 2 * 5 * 3 ? draw : 0)));
  next.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 5));
  expect(next).not.toEqual(kernel.stepWithNoise(start, noise.map(() => 0)));
});

it("a state that float32 cannot hold ends its rollout and no other", async () => {
  const explosive: BodyKernel = {
    ...kernel,
    compiled: () => ({
      stepAll: (states, noise) => Promise.resolve(kernel.stepAll(states, noise).map((state) => (state[0] === other[0] ? state.with(1, 1e39) : state))),
      release: () => Promise.resolve(),
    }),
  };
  const [[kept], [lost]] = await rolloutEnsemble(bodyRolloutSteps(explosive), [start, other], { rollouts: 1, steps: 3 }, Key.root(4));
  expect([kept.isStable, kept.states.length]).toEqual([true, 3]);
  expect([lost.isStable, lost.states.length]).toEqual([false, 0]);
});
