import { beforeAll, expect, it } from "vitest";
import { bodyKernel } from "../../../../src/models/epns/bodies/bodyKernel.js";
import { compiledBodySteps } from "../../../../src/models/epns/bodies/compiledBodySteps.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { runtimeInUse, selectBackend } from "../../../../src/nn/backend.js";
import type { Graph } from "../../../../src/nn/engine/graph/graph.js";
import { Key } from "../../../../src/random/key.js";
import { virialStart } from "../../../../src/simulators/particles/virialStart.js";
import { SCALES } from "./stepError.js";

beforeAll(() => selectBackend());

const model = vectorScalar({ hidden: 8 });
const parts = { parameters: model.init(Key.root(0)), scales: SCALES, bodies: 5, init: (key: Key) => virialStart(key.stream(), 5, 0.1) };
const kernel = bodyKernel(model, parts);
const keys = Array.from({ length: 7 }, (_, i) => Key.root(i));
const [states, noise] = [keys.map((key) => kernel.init(key)), keys.map((key) => kernel.noise(key))];

it("agrees with the kernel up to float32 rounding of increments, whatever the number of states", async () => {
  const steps = kernel.compiled(3);
  const expected = kernel.stepAll(states, noise);
  for (const count of [7, 3, 1, 0]) {
    const next = await steps.stepAll(states.slice(0, count), noise.slice(0, count));
    expect(next).toHaveLength(count);
    next.forEach((state, i) => state.forEach((value, at) => expect(value).toBeCloseTo(expected[i][at], 5)));
  }
  await steps.release();
});

it("gives a row the same bits wherever it stands in a batch, and equal bits again", async () => {
  const steps = compiledBodySteps(model, parts, 4);
  const forward = await steps.stepAll(states.slice(0, 4), noise.slice(0, 4));
  expect(await steps.stepAll(states.slice(0, 4), noise.slice(0, 4))).toEqual(forward);
  const back = await steps.stepAll(states.slice(0, 4).reverse(), noise.slice(0, 4).reverse());
  expect(back.reverse()).toEqual(forward);
  await steps.release();
});

it("compiles once for all numbers of states", async () => {
  const runtime = runtimeInUse()!;
  let loads = 0;
  const load = runtime.load;
  Object.assign(runtime, { load: (graph: Graph) => (loads++, load(graph)) });
  const steps = compiledBodySteps(model, parts, 4);
  for (const count of [4, 2, 7]) await steps.stepAll(states.slice(0, count), noise.slice(0, count));
  await steps.release();
  Object.assign(runtime, { load });
  expect(loads).toBe(1);
});

it("lets one unstable rollout not end the others", async () => {
  const steps = kernel.compiled(2);
  const [lost, kept] = await steps.stepAll([states[0].with(4, NaN), states[1]], noise.slice(0, 2));
  expect(lost.every(Number.isFinite)).toBe(false);
  expect(kept.every(Number.isFinite)).toBe(true);
  await steps.release();
});

it("refuses batches, states and noise outside their domains", async () => {
  for (const batch of [0, 1.5, NaN]) expect(() => kernel.compiled(batch)).toThrow(new RangeError(`batch must be an integer >= 1, got ${batch}`));
  const steps = kernel.compiled(2);
  await expect(steps.stepAll(states, noise.slice(1))).rejects.toThrow("noise must be given for 7 states, got 6");
  await expect(steps.stepAll([states[0].subarray(7)], [noise[0]])).rejects.toThrow("state must have shape [5, 7], got 28 numbers");
});
