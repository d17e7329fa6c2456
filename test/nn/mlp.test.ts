import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../src/nn/backend.js";
import { upload } from "../../src/nn/hostTensor.js";
import { type Activation, mlp } from "../../src/nn/mlp.js";
import { tf } from "../../src/nn/tf.js";
import { Key } from "../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const REFERENCE: Record<Activation, (z: number) => number> = {
  silu: (z) => z / (1 + Math.exp(-z)),
  relu: (z) => Math.max(0, z),
  tanh: Math.tanh,
};

describe("mlp", () => {
  it.each(["silu", "relu", "tanh"] as const)("computes its formula, with %s", (activation) => {
    const net = mlp({ inputs: 2, hidden: [2], outputs: 1, activation });
    const parameters = {
      "weights/0": { data: Float32Array.of(1, -1, 0.5, 2), shape: [2, 2] },
      "bias/0": { data: Float32Array.of(0.25, -0.5), shape: [2] },
      "weights/1": { data: Float32Array.of(3, -2), shape: [2, 1] },
      "bias/1": { data: Float32Array.of(0.125), shape: [1] },
    };
    const [h0, h1] = [1 * 1 + 2 * 0.5 + 0.25, 1 * -1 + 2 * 2 - 0.5].map(REFERENCE[activation]);
    tf.tidy(() => {
      const p = upload(parameters);
      const x = tf.tensor2d([[1, 2]]);
      const embedding = net.embed(p, x).dataSync();
      expect(embedding[0]).toBeCloseTo(h0, 6);
      expect(embedding[1]).toBeCloseTo(h1, 6);
      expect(net.apply(p, x).dataSync()[0]).toBeCloseTo(3 * h0 - 2 * h1 + 0.125, 5);
    });
  });

  it("is affine without hidden layers, and embeds x as itself", () => {
    const net = mlp({ inputs: 3, hidden: [], outputs: 2 });
    tf.tidy(() => {
      const p = upload(net.init(Key.root(0)));
      const x = tf.tensor2d([[1, 2, 3]]);
      expect([...net.embed(p, x).dataSync()]).toEqual([1, 2, 3]);
      expect(net.apply(p, x).shape).toEqual([1, 2]);
    });
  });

  it("starts equal from equal keys and different from different ones", () => {
    const net = mlp({ inputs: 3, hidden: [4], outputs: 2 });
    expect(net.init(Key.root(1))).toEqual(net.init(Key.root(1)));
    expect(net.init(Key.root(1))).not.toEqual(net.init(Key.root(2)));
  });

  it("starts with weights of variance 1 / (3 fan-in) and zero biases, at ten seeds", () => {
    // 4,096 uniform weights: Var of the mean square is 0.8 σ⁴ / n; 6 standard deviations, p < 1e-8 each
    const tolerance = 6 * Math.sqrt(0.8 / 4096);
    const net = mlp({ inputs: 64, hidden: [64], outputs: 64 });
    for (let seed = 0; seed < 10; seed++) {
      const p = net.init(Key.root(seed));
      for (const [name, variance] of [["weights/0", 1 / 192], ["weights/1", 1 / 192]] as const) {
        const meanSquare = [...p[name].data].reduce((sum, w) => sum + w * w, 0) / 4096;
        expect(Math.abs(meanSquare / variance - 1)).toBeLessThan(tolerance);
      }
      expect(p["bias/0"].data.every((b) => b === 0)).toBe(true);
    }
  });

  it("refuses widths that are not positive integers", () => {
    for (const width of [0, 1.5, NaN]) expect(() => mlp({ inputs: 2, hidden: [width], outputs: 1 })).toThrow(RangeError);
  });

  it("leaves nothing behind on the backend", () => {
    const net = mlp({ inputs: 2, hidden: [8, 8], outputs: 1 });
    const before = tf.memory().numTensors;
    const p = upload(net.init(Key.root(0)));
    const x = tf.zeros<tf.Rank.R2>([5, 2]);
    tf.dispose([net.apply(p, x), net.embed(p, x), x, p]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
