import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { lowestByte, maximumFromZero, withFaults } from "../../../theorems/foundations/kernel-faults.js";
import { integers, reals } from "../../nn/engine/agreement.js";

const side = fc.integer({ min: 3, max: 9 });
const images = fc.record({ shape: fc.tuple(fc.constant(1), side, side, fc.integer({ min: 1, max: 3 })), window: fc.constantFrom(2, 3), stride: fc.constantFrom(1, 2), pad: fc.constantFrom<"same" | "valid">("same", "valid"), isWhole: fc.boolean() });

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend(); // as shipped: nothing is mended here
});

it("the faulty gradient of max pooling is the shipped one, bit for bit", () => {
  fc.assert(
    fc.property(images, ({ shape, window, stride, pad, isWhole }) => {
      const { data } = isWhole ? integers(shape, "x", -3, 3) : reals(shape, "x");
      const gradient = (): Float32Array =>
        tf.tidy(() => {
          const pool = (x: tf.Tensor): tf.Tensor => tf.maxPool(x as tf.Tensor4D, window, stride, pad);
          const x = tf.tensor(Float32Array.from(data), shape);
          const y = pool(x);
          return tf.grad((x) => tf.mul(pool(x), tf.reshape(tf.range(1, y.size + 1), y.shape)))(x).dataSync<"float32">().slice();
        });
      expect(withFaults({ MaxPoolGrad: maximumFromZero })(gradient)).toEqual(gradient());
    }),
    { seed: 1, numRuns: 60 },
  );
});

it("the faulty truth of numbers is the shipped one", () => {
  const truth = (): unknown => tf.tidy(() => tf.cast(tf.tensor1d([-1.7, -0.4, 0, 0.4, 1, 2, 256, 300, NaN]), "bool").dataSync().slice());
  expect(withFaults({ Cast: lowestByte })(truth)).toEqual(truth());
});
