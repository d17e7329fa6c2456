import { beforeAll, expect, it } from "vitest";
import { selectBackend } from "../../src/nn/backend.js";
import { clipGradients } from "../../src/nn/clipGradients.js";
import { download, type HostTensors, upload } from "../../src/nn/hostTensor.js";
import { tf } from "../../src/nn/tf.js";
import { train, type TrainingTask } from "../../src/nn/training.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const GRADIENTS: HostTensors = {
  a: { data: Float32Array.of(3, 0, 0, 0), shape: [2, 2] },
  b: { data: Float32Array.of(-4), shape: [] },
};
const clipped = (norm: number): Record<string, number[]> =>
  Object.fromEntries(Object.entries(download(tf.tidy(() => clipGradients(upload(GRADIENTS), norm) as tf.NamedTensorMap))).map(([name, { data }]) => [name, [...data]]));

it("shortens all gradients together to the bound, and keeps their direction", () => {
  const { a, b } = clipped(1);
  expect(a[0]).toBeCloseTo(0.6, 5);
  expect(b[0]).toBeCloseTo(-0.8, 5);
});

it("leaves shorter gradients as they are, bit for bit", () => {
  expect(clipped(5.1)).toEqual({ a: [3, 0, 0, 0], b: [-4] });
});

it.each([0, -1, NaN])("refuses the bound %s", (norm) => {
  expect(() => clipped(norm)).toThrow(new RangeError(`gradientNorm must be positive, got ${norm}`));
});

it("makes training indifferent to one enormous gradient", async () => {
  // loss x w: the gradient is x, 1e6 once and 1 else; Adam divides by its running size, which one such step spoils
  const task = (gradientNorm?: number): TrainingTask => ({
    parameters: { w: { data: Float32Array.of(0), shape: [] } },
    objective: ({ w }, { x }) => tf.sum<tf.Scalar>(tf.mul(w, x)),
    steps: 60,
    learningRate: () => 0.01,
    inputs: (step) => ({ x: { data: Float32Array.of(step === 5 ? 1e6 : 1), shape: [] } }),
    ...(gradientNorm !== undefined && { gradientNorm }),
  });
  const end = async (gradientNorm?: number): Promise<number> => (await train(task(gradientNorm))).parameters.w.data[0];
  expect(await end(1)).toBeCloseTo(-0.6, 3);
  expect(await end()).toBeGreaterThan(-0.3);
});
