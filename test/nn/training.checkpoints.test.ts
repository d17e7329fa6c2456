import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileCheckpoints } from "../../src/nn/checkpoint/fileCheckpoints.js";
import { mlp } from "../../src/nn/mlp.js";
import { tf } from "../../src/nn/tf.js";
import { train, type TrainingTask } from "../../src/nn/training.js";
import { Key } from "../../src/random/key.js";
import { reals } from "./engine/agreement.js";
import { missing, titled } from "./missingBackend.js";
import { trainOn } from "./trainOn.js";

const net = mlp({ inputs: 4, hidden: [16], outputs: 1 });
const STEPS = 220;

const task: TrainingTask = {
  parameters: net.init(Key.root(0)),
  objective: (p, { x, y }) => tf.mean(tf.squaredDifference(net.apply(p, x as tf.Tensor2D), y)),
  steps: STEPS,
  inputs: (step) => ({ x: reals([16, 4], `x${step}`), y: reals([16, 1], `y${step}`) }),
  learningRate: (step) => 0.01 / (1 + step / 100),
  weightDecay: 0.01,
};

/** The task, whose power goes out at a step. */
const dying = (at: number): TrainingTask => ({
  ...task,
  inputs: (step) => {
    if (step === at) throw new Error("the power went out");
    return task.inputs(step);
  },
});

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "simverdict-"))));
afterEach(() => rmSync(folder, { recursive: true }));
const identity = { model: "mlp", key: Key.root(3), settings: { steps: STEPS } };
const found: number[] = [];
const checkpoints = () => fileCheckpoints(join(folder, "deep", "net.checkpoint"), identity, { every: 60, found: ({ step }) => found.push(step) });

for (const backend of ["tfjs-cpu", "onnx-native"] as const) describe.skipIf(missing(backend))(titled(`a training that is interrupted twice: ${backend}`, backend), () => {
  it("goes on from its last checkpoint, and ends with the bytes of one that was not", async () => {
    const whole = (await trainOn(backend, task)).trained;
    found.length = 0;
    for (const at of [130, 215]) {
      await expect(trainOn(backend, { ...dying(at), checkpoints: checkpoints() })).rejects.toThrow("the power went out");
    }
    const asked: number[] = [];
    const inputs = (step: number) => (asked.push(step), task.inputs(step));
    const { trained } = await trainOn(backend, { ...task, inputs, checkpoints: checkpoints() });
    expect(trained).toEqual(whole);
    expect(found).toEqual([100, 200]);
    expect(asked[0]).toBe(200);
    expect(readdirSync(join(folder, "deep"))).toEqual(["net.checkpoint"]);
  }, 120_000);

  it("is done when it was done: nothing is trained again", async () => {
    const whole = (await trainOn(backend, { ...task, checkpoints: checkpoints() })).trained;
    const bytes = readFileSync(join(folder, "deep", "net.checkpoint"));
    expect((await trainOn(backend, { ...dying(0), checkpoints: checkpoints() })).trained).toEqual(whole);
    expect(readFileSync(join(folder, "deep", "net.checkpoint"))).toEqual(bytes);
  }, 120_000);
});

it("progress hears every group of steps, and first where a training goes on", async () => {
  const heard: number[][] = [];
  const progress = (...news: number[]) => void heard.push(news);
  await expect(train({ ...dying(130), checkpoints: checkpoints(), progress })).rejects.toThrow("the power went out");
  expect(heard.map(([step, , steps]) => [step, steps])).toEqual([[50, STEPS], [100, STEPS]]);
  const { losses } = await train({ ...task, checkpoints: checkpoints(), progress });
  expect(heard.slice(2).map(([step]) => step)).toEqual([100, 150, 200, 220]);
  expect(heard.slice(2).map(([, loss]) => loss)).toEqual(losses.slice(1).map(({ loss }) => loss));
});

it("refuses a state that is past the last step", async () => {
  await train({ ...task, steps: 100, checkpoints: checkpoints() });
  await expect(train({ ...task, steps: 60, checkpoints: checkpoints() })).rejects.toThrow("steps must be >= 100, which are done already, got 60");
});

it("a state of a training that was refused is as it was", async () => {
  await train({ ...task, steps: 100, checkpoints: checkpoints() });
  const path = join(folder, "deep", "net.checkpoint");
  const bytes = readFileSync(path);
  const wider = mlp({ inputs: 4, hidden: [17], outputs: 1 }).init(Key.root(0));
  await expect(train({ ...task, parameters: wider, checkpoints: checkpoints() })).rejects.toThrow(/another architecture/);
  expect(readFileSync(path)).toEqual(bytes);
});
