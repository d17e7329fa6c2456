import { beforeAll, expect, it } from "vitest";
import { boundLoss } from "../../../src/models/epns/boundLoss.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const loss = (klWeight: number, freeBits?: number): number =>
  tf.tidy(() => {
    const bound = { fit: tf.tensor1d([-1, -3]), divergence: tf.tensor2d([[0.2, 2], [0.4, 4]]) };
    return boundLoss(bound, tf.scalar(klWeight), freeBits).dataSync()[0];
  });

it("weighs the divergence, and gives each latent its free bits on average over the batch", () => {
  expect(loss(1)).toBeCloseTo(2 + 0.3 + 3, 5);
  expect(loss(0.5)).toBeCloseTo(2 + 0.5 * 3.3, 5);
  expect(loss(1, 1)).toBeCloseTo(2 + 1 + 3, 5);
});

it.each([-1, NaN, Infinity])("refuses %s free bits", (freeBits) => {
  expect(() => loss(1, freeBits)).toThrow(new RangeError(`freeBits must be finite and >= 0, got ${freeBits}`));
});
