import { beforeAll, describe, expect, it } from "vitest";
import { type AdamState, adamRates, adamStart } from "../../../src/nn/adam.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { eagerly } from "../../../src/nn/engine/eagerly.js";
import { flatStep } from "../../../src/nn/engine/flatStep.js";
import { download, type HostTensor, type HostTensors, upload } from "../../../src/nn/hostTensor.js";
import { mlp } from "../../../src/nn/mlp.js";
import { tf } from "../../../src/nn/tf.js";
import { type Objective, trainingStep } from "../../../src/nn/trainingStep.js";
import { Key } from "../../../src/random/key.js";
import { reals } from "./agreement.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const net = mlp({ inputs: 3, hidden: [4], outputs: 2 });
const objective: Objective = (p, { x, y }) => tf.mean(tf.squaredDifference(net.apply(p, x as tf.Tensor2D), y));
const inputs = { x: reals([5, 3], "x"), y: reals([5, 2], "y") };
const flat = (tensors: HostTensors): number[] => Object.values(tensors).flatMap(({ data }) => [...data]);
const scalar = (x: number): HostTensor => ({ data: Float32Array.of(x), shape: [] });

describe("flatStep", () => {
  it.each([0, 0.5])("is trainingStep number for number, with weight decay %f", (weightDecay) => {
    const start = net.init(Key.root(0));
    const vector = flat(start);
    const zeros = { data: new Float32Array(vector.length), shape: [vector.length] };
    let given: HostTensors = { parameters: { ...zeros, data: Float32Array.from(vector) }, first: zeros, second: zeros };
    let state: AdamState = adamStart(upload(start));
    const step = flatStep(objective, start, weightDecay > 0);
    for (let t = 1; t <= 4; t++) {
      const { stepSize, keep } = adamRates(0.1, weightDecay, t);
      const done = trainingStep(objective, state, upload(inputs), { stepSize: tf.scalar(stepSize), keep: tf.scalar(keep) });
      state = done.state;
      const next = eagerly(step, { ...given, stepSize: scalar(stepSize), keep: scalar(keep), "input/x": inputs.x, "input/y": inputs.y });
      expect(next.loss.data[0]).toBe(done.loss.dataSync()[0]);
      given = { parameters: next["next/parameters"], first: next["next/first"], second: next["next/second"] };
      for (const name of ["parameters", "first", "second"] as const) expect([...given[name].data]).toEqual(flat(download(state[name])));
    }
  });

  it("clips the gradients of all parameters together, as trainingStep does", () => {
    const start = net.init(Key.root(0));
    const vector = { data: Float32Array.from(flat(start)), shape: [flat(start).length] };
    const zeros = { data: new Float32Array(vector.data.length), shape: vector.shape };
    const first = (gradientNorm?: number): number[] => {
      const step = flatStep(objective, start, false, gradientNorm);
      const given = { parameters: vector, first: zeros, second: zeros, stepSize: scalar(0.1), keep: scalar(1), "input/x": inputs.x, "input/y": inputs.y };
      return [...eagerly(step, given)["next/first"].data];
    };
    const [whole, clipped] = [first(), first(0.01)];
    // running means after one step are a tenth of the gradients
    expect(Math.hypot(...whole)).toBeGreaterThan(0.002);
    expect(Math.hypot(...clipped)).toBeCloseTo(0.001, 6);
    const rates = { stepSize: tf.scalar(0.1), keep: tf.scalar(1) };
    const { state } = trainingStep(objective, adamStart(upload(start)), upload(inputs), rates, 0.01);
    flat(download(state.first)).forEach((value, i) => expect(clipped[i]).toBeCloseTo(value, 8));
  });
});
