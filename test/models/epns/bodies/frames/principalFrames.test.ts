import { beforeAll, expect, it } from "vitest";
import { principalFrames } from "../../../../../src/models/epns/bodies/frames/principalFrames.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { tf } from "../../../../../src/nn/tf.js";
import { Key } from "../../../../../src/random/key.js";
import { normal } from "../../../../../src/random/normal.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("are orthonormal, and make the covariance diagonal and descending", () => {
  const stream = Key.root(0).stream();
  const [batch, n] = [40, 5];
  tf.tidy(() => {
    const raw = tf.tensor3d(Array.from({ length: batch * n * 3 }, () => normal(stream)), [batch, n, 3]);
    const x = tf.sub(raw, tf.mean(raw, 1, true));
    const frames = principalFrames({ mass: tf.ones([batch, n, 1]), x });
    const gram = tf.matMul(frames, frames, true).dataSync();
    const turned = tf.matMul(x, frames);
    const covariance = tf.div(tf.matMul(turned, turned, true), n).dataSync();
    for (let b = 0; b < batch; b++) {
      const entry = (of: ArrayLike<number>, i: number, j: number): number => of[9 * b + 3 * i + j];
      for (let i = 0; i < 3; i++) {
        // some dozens of float32 roundings of numbers of order 1
        for (let j = 0; j < 3; j++) {
          expect(Math.abs(entry(gram, i, j) - (i === j ? 1 : 0))).toBeLessThan(1e-5);
          if (i !== j) expect(Math.abs(entry(covariance, i, j))).toBeLessThan(1e-5);
        }
      }
      expect(entry(covariance, 0, 0)).toBeGreaterThanOrEqual(entry(covariance, 1, 1));
      expect(entry(covariance, 1, 1)).toBeGreaterThanOrEqual(entry(covariance, 2, 2));
    }
  });
});

it("stay finite where nothing is to be turned", () => {
  tf.tidy(() => {
    const frames = principalFrames({ mass: tf.ones([1, 1, 1]), x: tf.zeros([1, 1, 3]) });
    expect([...frames.dataSync()]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });
});
