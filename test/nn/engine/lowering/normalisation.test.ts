import { expect, it } from "vitest";
import { normalisation } from "../../../../src/nn/engine/lowering/normalisation.js";
import { tf } from "../../../../src/nn/tf.js";
import { expectAgreement, reals } from "../agreement.js";

it("batch normalisation agrees with the cpu backend, with gradients", async () => {
  expect(Object.keys(normalisation)).toEqual(["FusedBatchNorm"]);
  const inputs = { x: reals([4, 3], "x"), m: reals([3], "m"), v: reals([3], "v", 0.5, 2), o: reals([3], "o"), s: reals([3], "s") };
  await expectAgreement(({ x, m, v, o, s }) => {
    const [mean, variance, offset, scale] = [m, v, o, s] as tf.Tensor1D[];
    const [dx, dScale] = tf.grads((x, s) => tf.square(tf.batchNorm(x, mean, variance, offset, s as tf.Tensor1D)))([x, scale]);
    return { plain: tf.batchNorm(x, mean, variance), y: tf.batchNorm(x, mean, variance, offset, scale), dx, dScale };
  }, inputs);
});
