import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { mlp } from "../../src/nn/mlp.js";
import { tf } from "../../src/nn/tf.js";
import type { Trained, TrainingTask } from "../../src/nn/training.js";
import { Key } from "../../src/random/key.js";
import { distance, reals } from "./engine/agreement.js";
import { missing, titled } from "./missingBackend.js";
import { trainOn } from "./trainOn.js";

const net = mlp({ inputs: 4, hidden: [16], outputs: 1 });
const STEPS = 60;

/** Learn the sum of the inputs from noisy examples. */
const task: TrainingTask = {
  parameters: net.init(Key.root(0)),
  objective: (p, { x, y }) => tf.mean(tf.squaredDifference(net.apply(p, x as tf.Tensor2D), y)),
  steps: STEPS,
  inputs: (step) => {
    const [x, noise] = [reals([16, 4], `x${step}`), reals([16], `noise${step}`, -0.1, 0.1)];
    const y = Float32Array.from(noise.data, (e, i) => e + x.data[4 * i] + x.data[4 * i + 1] + x.data[4 * i + 2] + x.data[4 * i + 3]);
    return { x, y: { data: y, shape: [16, 1] } };
  },
  learningRate: () => 0.01,
  weightDecay: 0.01,
};

const weights = ({ parameters }: Trained): number[] => Object.values(parameters).flatMap(({ data }) => [...data]);

let reference: Trained;
beforeAll(async () => {
  reference = (await trainOn("tfjs-cpu", task)).trained;
});
afterEach(() => void vi.restoreAllMocks());

for (const backend of ["onnx-native", "onnx-wasm", "tfjs-wasm"] as const) describe.skipIf(missing(backend))(titled(`train on ${backend}`, backend), () => {
  it("compiles one step, agrees with the reference, and gives equal bits again", async () => {
    const [first, second] = [await trainOn(backend, task), await trainOn(backend, task)];
    expect(first.loads).toBe(1);
    expect(first.trained).toEqual(second.trained);
    expect(distance(weights(first.trained), weights(reference))).toBeLessThan(1e-4);
    expect(first.trained.losses.map(({ step }) => step)).toEqual([50, 60]);
    first.trained.losses.forEach(({ loss }, i) => expect(loss).toBeCloseTo(reference.losses[i].loss, 4));
  });

  it("compiles nothing for fewer steps than pay for it: the result is that of TensorFlow.js", async () => {
    const { trained, loads } = await trainOn(backend, task, STEPS + 1);
    expect(loads).toBe(0);
    expect(trained).toEqual((await trainOn("tfjs-wasm", task, STEPS + 1)).trained);
  });

  it("names the step at which the loss is not finite", async () => {
    const inputs: TrainingTask["inputs"] = (step) => {
      const given = task.inputs(step);
      return step === 33 ? { ...given, y: { ...given.y, data: new Float32Array(16).fill(NaN) } } : given;
    };
    await expect(trainOn(backend, { ...task, inputs })).rejects.toThrow("the loss is NaN at step 33");
  });

  it("runs on TensorFlow.js what it cannot compile, and says why", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const objective: TrainingTask["objective"] = (p, given) => (given.x.dataSync(), task.objective(p, given));
    const { trained } = await trainOn(backend, { ...task, objective });
    expect(trained).toEqual((await trainOn("tfjs-wasm", { ...task, objective }, STEPS + 1)).trained);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^simverdict: a training step runs on TensorFlow\.js, since it cannot be compiled: it reads the elements of a tensor/)]]);
  });
});
