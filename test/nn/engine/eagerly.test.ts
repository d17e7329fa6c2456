import { expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { eagerly } from "../../../src/nn/engine/eagerly.js";
import { tf } from "../../../src/nn/tf.js";

it("calls with arrays, answers arrays, and leaves nothing on the backend", async () => {
  await selectBackend("tfjs-cpu");
  const before = tf.memory().numTensors;
  const outputs = eagerly(({ x }) => ({ y: tf.square(tf.neg(x)), x }), { x: { data: Float32Array.of(1, -3), shape: [2] } });
  expect(outputs).toEqual({ y: { data: Float32Array.of(1, 9), shape: [2] }, x: { data: Float32Array.of(1, -3), shape: [2] } });
  expect(tf.memory().numTensors).toBe(before);
});
