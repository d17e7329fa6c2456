import { beforeAll, expect, it } from "vitest";
import { adamRates } from "../../src/nn/adam.js";
import { selectBackend } from "../../src/nn/backend.js";
import { eagerStepper } from "../../src/nn/eagerStepper.js";
import { tf } from "../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-wasm"));

it("steps against the gradient, reads losses once, and frees everything", async () => {
  const before = tf.memory().numTensors;
  const stepper = eagerStepper({ w: { data: Float32Array.of(2), shape: [1] } }, ({ w }, { x }) => tf.mean(tf.square(tf.mul(w, x))));
  const inputs = { x: { data: Float32Array.of(1, 3), shape: [2] } };
  expect(await stepper.losses()).toEqual([]);
  for (const t of [1, 2]) await stepper.step(inputs, adamRates(0.5, 0, t));
  const [first, second] = await stepper.losses();
  expect(first).toBeCloseTo((2 ** 2 + 6 ** 2) / 2, 4);
  expect(second).toBeCloseTo((1.5 ** 2 + 4.5 ** 2) / 2, 3);
  expect(await stepper.losses()).toEqual([]);
  expect(stepper.parameters().w.data[0]).toBeCloseTo(1, 1);
  await stepper.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
