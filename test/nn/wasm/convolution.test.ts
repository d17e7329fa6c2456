import { beforeAll, describe, expect, it } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { mendKernels } from "../../../src/nn/wasm/mendKernels.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { Key } from "../../../src/random/key.js";

/** Of the largest element: at most 200 roundings of 2⁻²⁴ add up like √200 · 6e-8 = 9e-7, and this is ten times that. */
const TOLERANCE = 1e-5;

interface Case {
  readonly x: readonly [number, number, number, number];
  readonly w: readonly [number, number, number, number];
  readonly strides: number | [number, number];
  readonly pad: "same" | "valid" | [[0, 0], [number, number], [number, number], [0, 0]];
}

const CASES: Record<string, Case> = {
  "same": { x: [3, 7, 6, 2], w: [3, 3, 2, 4], strides: 1, pad: "same" },
  "valid": { x: [3, 7, 6, 2], w: [3, 2, 2, 4], strides: 1, pad: "valid" },
  "even filter, same": { x: [2, 6, 5, 3], w: [2, 4, 3, 2], strides: 1, pad: "same" },
  "strides 2, same": { x: [2, 7, 8, 3], w: [3, 3, 3, 2], strides: 2, pad: "same" },
  "strides 2, valid, a row left over": { x: [2, 8, 8, 3], w: [3, 3, 3, 2], strides: 2, pad: "valid" },
  "strides that differ": { x: [2, 9, 8, 1], w: [2, 3, 1, 5], strides: [3, 2], pad: "valid" },
  "a window of one place": { x: [2, 4, 4, 3], w: [1, 1, 3, 6], strides: 1, pad: "same" },
  "explicit padding": { x: [2, 5, 5, 2], w: [3, 3, 2, 3], strides: 1, pad: [[0, 0], [2, 1], [0, 2], [0, 0]] },
  "more padding than filter": { x: [2, 5, 5, 2], w: [2, 2, 2, 3], strides: 1, pad: [[0, 0], [3, 0], [0, 0], [0, 0]] },
  "strides over places": { x: [2, 5, 5, 1], w: [3, 1, 1, 2], strides: [1, 3], pad: "same" },
  "strides over places, without padding": { x: [2, 7, 7, 2], w: [1, 1, 2, 2], strides: 3, pad: "same" },
  "one image, one channel": { x: [1, 5, 5, 1], w: [3, 3, 1, 1], strides: 1, pad: "valid" },
};

const values = (shape: readonly number[], label: string): tf.Tensor => {
  const stream = Key.root(1).fold(label).stream();
  return tf.tensor(Float32Array.from({ length: shape.reduce((n, d) => n * d, 1) }, () => 2 * stream.uniform() - 1), [...shape]);
};

async function on(backend: string, f: () => tf.Tensor): Promise<Float32Array> {
  await tf.setBackend(backend);
  return tf.tidy(() => f().dataSync<"float32">().slice());
}

async function expectAgreement(f: () => tf.Tensor): Promise<void> {
  const [wasm, cpu] = [await on("wasm", f), await on("cpu", f)];
  expect(wasm.length).toBe(cpu.length);
  const largest = Math.max(...cpu.map(Math.abs));
  const apart = Math.max(...wasm.map((value, i) => Math.abs(value - cpu[i])));
  expect(apart).toBeLessThan(TOLERANCE * (1 + largest));
}

/** Gradients of Σ (x ∗ w)². */
const gradient = ({ x, w, strides, pad }: Case, i: 0 | 1) => (): tf.Tensor =>
  tf.grads((x, w) => tf.sum(tf.square(tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad))))([values(x, "x"), values(w, "w")])[i];

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
});

it("is needed: as shipped, a filter that steps over places is wrong, and none has a gradient", async () => {
  const { x, w, strides, pad } = CASES["strides over places"];
  const conv = (): tf.Tensor => tf.conv2d(values(x, "x") as tf.Tensor4D, values(w, "w") as tf.Tensor4D, strides, pad);
  const [wasm, cpu] = [await on("wasm", conv), await on("cpu", conv)];
  expect(Math.max(...wasm.map((value, i) => Math.abs(value - cpu[i])))).toBeGreaterThan(0.1);
  await tf.setBackend("wasm");
  expect(() => tf.tidy(gradient(CASES.same, 1))).toThrow("Conv2DBackpropFilter");
});

describe("mended", () => {
  beforeAll(() => mendKernels());

  it.each(Object.entries(CASES))("gradients agree with the cpu backend: %s", async (_, one) => {
    await expectAgreement(gradient(one, 0));
    await expectAgreement(gradient(one, 1));
  });

  it.each(Object.entries(CASES).filter(([, { pad }]) => typeof pad === "string"))("convolutions agree, plain and fused: %s", async (_, { x, w, strides, pad }) => {
    const images = (): [tf.Tensor4D, tf.Tensor4D] => [values(x, "x") as tf.Tensor4D, values(w, "w") as tf.Tensor4D];
    await expectAgreement(() => tf.conv2d(...images(), strides, pad));
    for (const activation of ["linear", "relu"] as const) {
      await expectAgreement(() => {
        const [x, filter] = images();
        return tf.fused.conv2d({ x, filter, strides, pad, activation, bias: values([w[3]], "bias") });
      });
    }
  });

  it.each(["linear", "relu", "prelu"] as const)("fused convolutions agree when slopes are given: %s", async (activation) => {
    const common = { strides: 1, pad: "valid", activation, bias: values([2], "bias"), preluActivationWeights: values([2], "slopes") } as const;
    await expectAgreement(() => tf.fused.conv2d({ x: values([2, 4, 4, 2], "x") as tf.Tensor4D, filter: values([2, 2, 2, 2], "w") as tf.Tensor4D, ...common }));
    await expectAgreement(() => tf.fused.depthwiseConv2d({ x: values([2, 4, 4, 2], "x") as tf.Tensor4D, filter: values([2, 2, 2, 1], "w") as tf.Tensor4D, ...common }));
  });

  it("agree in one dimension", async () => {
    const loss = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
      tf.sum(tf.square(tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, "same")));
    for (const i of [0, 1]) await expectAgreement(() => tf.grads(loss)([values([4, 12, 3], "x"), values([5, 3, 4], "w")])[i]);
  });

  it("train a model of tf.layers as on the cpu backend", async () => {
    const fit = (): tf.Tensor => {
      const [filters, units] = [values([3, 2, 4], "filters"), values([4, 1], "units")].map((x) => tf.variable(x));
      const model = tf.sequential({
        layers: [
          tf.layers.conv1d({ filters: 4, kernelSize: 3, padding: "same", inputShape: [8, 2], useBias: false, weights: [filters] }),
          tf.layers.globalAveragePooling1d({}),
          tf.layers.dense({ units: 1, useBias: false, weights: [units] }),
        ],
      });
      const optimiser = tf.train.sgd(0.1);
      const [x, y] = [values([6, 8, 2], "images"), values([6, 1], "labels")];
      for (let t = 0; t < 5; t++) optimiser.minimize(() => tf.losses.meanSquaredError(y, model.apply(x) as tf.Tensor));
      return tf.concat(model.getWeights().map((w) => tf.reshape(w, [-1])));
    };
    await expectAgreement(fit);
  });

  it("keep no tensor and no buffer, also when done twice", async () => {
    mendKernels();
    await tf.setBackend("wasm");
    const held = (): number[] => [tf.memory().numTensors, tf.memory().numDataBuffers, tf.engine().backend.numDataIds()];
    const before = held();
    for (const one of Object.values(CASES)) for (const i of [0, 1] as const) tf.tidy(() => void gradient(one, i)());
    expect(held()).toEqual(before);
  });
});
