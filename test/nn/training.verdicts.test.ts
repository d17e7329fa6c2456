import { describe, expect, it } from "vitest";
import { upload, type HostTensors, type Tensors } from "../../src/nn/hostTensor.js";
import { mlp } from "../../src/nn/mlp.js";
import { tf } from "../../src/nn/tf.js";
import type { TrainingTask } from "../../src/nn/training.js";
import { Key } from "../../src/random/key.js";
import { MeanTest } from "../../src/statistics/meanTest.js";
import { reals } from "./engine/agreement.js";
import { missing } from "./missingBackend.js";
import { trainOn } from "./trainOn.js";

const ALL = ["tfjs-cpu", "tfjs-wasm", "onnx-native", "onnx-wasm", "tensorflow"] as const;
const BACKENDS = ALL.filter((backend) => missing(backend) === undefined);
const CASES = 2000;

interface Net {
  readonly start: HostTensors;
  readonly apply: (parameters: Tensors, x: tf.Tensor) => tf.Tensor;
  /** Shape of one x; y is the mean of its numbers, plus noise of ±0.1. */
  readonly x: readonly number[];
}

const dense = mlp({ inputs: 4, hidden: [16], outputs: 1 });
const filters = { w0: [3, 2, 8], w1: [3, 8, 8], w2: [8, 1] };
const NETS: Record<string, Net> = {
  dense: { start: dense.init(Key.root(0)), apply: (p, x) => dense.apply(p, x as tf.Tensor2D), x: [4] },
  convolutional: {
    start: Object.fromEntries(Object.entries(filters).map(([name, shape]) => [name, reals(shape, name, -0.4, 0.4)])),
    apply: (p, x) => {
      let h = tf.relu(tf.conv1d(x as tf.Tensor3D, p.w0 as tf.Tensor3D, 1, "same"));
      h = tf.tanh(tf.conv1d(h, p.w1 as tf.Tensor3D, 2, "same"));
      return tf.matMul(tf.mean(h, 1), p.w2);
    },
    x: [6, 2],
  },
};

function data({ x: shape }: Net, rows: number, label: string): HostTensors {
  const [x, noise] = [reals([rows, ...shape], `x${label}`, -1, 1), reals([rows], `noise${label}`, -0.1, 0.1)];
  const size = x.data.length / rows;
  const y = Array.from(noise.data, (e, i) => e + (x.data as Float32Array).subarray(i * size, (i + 1) * size).reduce((sum, v) => sum + v / size, 0));
  return { x, y: { data: Float32Array.from(y), shape: [rows, 1] } };
}

const task = (net: Net): TrainingTask => ({
  parameters: net.start,
  objective: (p, { x, y }) => tf.mean(tf.squaredDifference(net.apply(p, x), y)),
  steps: 150,
  inputs: (step) => data(net, 32, String(step)),
  learningRate: () => 0.02,
});

/** Squared errors on new cases, cut off at 1, computed alike for all: on the cpu backend. */
async function losses(net: Net, parameters: HostTensors): Promise<Float32Array> {
  await tf.setBackend("cpu");
  return tf.tidy(() => {
    const { x, y } = upload(data(net, CASES, "new"));
    return tf.minimum(1, tf.squaredDifference(net.apply(upload(parameters), x), y)).dataSync<"float32">();
  });
}

describe.each(Object.entries(NETS))("a %s net", (_, net) => {
  it(`has the same weights up to rounding, and the same verdicts, on every backend; equal bits on the same: ${BACKENDS.join(", ")}`, async () => {
    const trained = new Map<string, HostTensors>();
    for (const backend of BACKENDS) {
      const [once, again] = [await trainOn(backend, task(net)), await trainOn(backend, task(net))];
      expect(again.trained).toEqual(once.trained);
      expect(once.loads).toBe(backend === "tfjs-cpu" || backend === "tensorflow" ? 0 : 1);
      trained.set(backend, once.trained.parameters);
    }
    const [reference] = trained.values();
    const verdicts: Record<string, string[]> = {};
    for (const [backend, parameters] of trained) {
      // roundings of 6e-8 grow over 150 steps of Adam, but stay a thousand times below what a verdict could tell
      for (const [name, { data }] of Object.entries(parameters)) {
        const expected = reference[name].data;
        const apart = Math.hypot(...data.map((w, i) => w - expected[i])) / Math.hypot(...expected, 1e-3);
        expect([backend, name, apart < 1e-3, apart]).toEqual([backend, name, true, expect.anything()]);
      }
      const z = await losses(net, parameters);
      // the noise alone costs 0.1² / 3 = 0.0033, of which no net is below a third; knowing nothing costs 0.03 at least
      verdicts[backend] = [0.1 ** 2 / 9, 0.02].map((margin) => {
        const test = new MeanTest(margin, 1e-5);
        test.observe(z);
        return test.decision;
      });
    }
    for (const backend of BACKENDS) expect([backend, ...verdicts[backend]]).toEqual([backend, "above", "below"]);
  });
});
