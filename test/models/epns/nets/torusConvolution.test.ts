import { beforeAll, expect, it } from "vitest";
import { torusConvolution } from "../../../../src/models/epns/nets/torusConvolution.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const weights = Float32Array.from({ length: 9 }, (_, i) => i + 1);
const parameters = { "c/weights": { data: weights, shape: [3, 3, 1, 1] }, "c/bias": { data: Float32Array.of(0.5), shape: [1] } };

it.each(["periodic", "zero"] as const)("is the sum over neighbours, with %s padding", (padding) => {
  const size = 4;
  const x = Array.from({ length: size * size }, (_, i) => (i * i) % 7);
  const found = tf.tidy(() => torusConvolution("c", 1, 1, padding).apply(upload(parameters), tf.tensor(x, [1, size, size, 1])).dataSync());
  for (let site = 0; site < x.length; site++) {
    let sum = 0.5;
    for (let k = 0; k < 9; k++) {
      const [row, column] = [Math.floor(site / size) + Math.floor(k / 3) - 1, (site % size) + (k % 3) - 1];
      const isInside = row >= 0 && row < size && column >= 0 && column < size;
      if (isInside || padding === "periodic") sum += weights[k] * x[((row + size) % size) * size + ((column + size) % size)];
    }
    expect(found[site]).toBeCloseTo(sum, 4);
  }
});
