import { beforeAll, describe, expect, it } from "vitest";
import { sgnn, type SgnnState } from "../../../src/models/sgnn/sgnn.js";
import { squaredError } from "../../../src/models/sgnn/squaredError.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { mlp } from "../../../src/nn/mlp.js";
import { tf } from "../../../src/nn/tf.js";
import { Key } from "../../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const problem = {
  simulator: { id: "none", prior: { sample: () => 0 }, simulate: () => 0 },
  features: (x: number) => [x, 1],
  target: (theta: number) => theta,
  loss: squaredError,
};
const state: SgnnState = {
  hidden: [4, 3],
  parameters: mlp({ inputs: 2, hidden: [4, 3], outputs: 1 }).init(Key.root(0)),
  features: { mean: Float64Array.of(2, 1), scale: Float64Array.of(5, 1) },
  outputs: { mean: Float64Array.of(100), scale: Float64Array.of(10) },
  losses: [],
};
const net = sgnn(problem, state);
const many = Array.from({ length: 9000 }, (_, i) => i / 100);

describe("sgnn", () => {
  it("standardises features and scales outputs back to target units", () => {
    const direct = tf.tidy(() => {
      const net = mlp({ inputs: 2, hidden: [4, 3], outputs: 1 });
      const p = Object.fromEntries(
        Object.entries(state.parameters).map(([name, { data, shape }]) => [name, tf.tensor(data, [...shape])]),
      );
      return net.apply(p, tf.tensor2d([[(7 - 2) / 5, 0]])).dataSync()[0];
    });
    expect(net.predict([7])[0][0]).toBeCloseTo(100 + 10 * direct, 5);
  });

  it("predicts alike alone and among others, across chunks, and the same each time", () => {
    const all = net.predict(many);
    expect(all).toHaveLength(9000);
    for (const i of [0, 4095, 4096, 8999]) expect(all[i][0]).toBeCloseTo(net.predict([many[i]])[0][0], 4);
    expect(net.predict(many)).toEqual(all);
  });

  it("embeds as the last hidden layer", () => {
    const rows = net.embed([1, 2]);
    expect(rows.map((row) => row.length)).toEqual([3, 3]);
    expect(rows[0]).not.toEqual(rows[1]);
  });

  it("answers nothing to nothing, refuses features that are not finite, and leaves nothing on the backend", () => {
    const before = tf.memory().numTensors;
    expect(net.predict([])).toEqual([]);
    expect(() => net.predict([1, NaN])).toThrow("features of item 1 must be 2 finite numbers, got [NaN, 1]");
    net.predict(many);
    net.embed(many);
    expect(tf.memory().numTensors).toBe(before);
  });
});
