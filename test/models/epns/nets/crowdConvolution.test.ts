import { beforeAll, expect, it } from "vitest";
import { crowdConvolution } from "../../../../src/models/epns/nets/crowdConvolution.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { normal } from "../../../../src/random/normal.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("permutes with the entities, keeps batches apart, and lets entities see each other", () => {
  const layer = crowdConvolution("c", 2, 3, "periodic");
  const stream = Key.root(0).stream();
  const [batch, entities, size] = [2, 3, 4];
  const values = Array.from({ length: batch * entities * size * size * 2 }, () => normal(stream));
  tf.tidy(() => {
    const p = upload(layer.init(Key.root(1)));
    const images = tf.tensor4d(values, [batch * entities, size, size, 2]);
    const apply = (x: tf.Tensor): tf.Tensor => layer.apply(p, x, entities);
    const difference = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0];
    const plain = apply(images);
    expect(plain.shape).toEqual([6, size, size, 3]);
    const order = tf.tensor1d([2, 0, 1, 4, 5, 3], "int32");
    expect(difference(apply(tf.gather(images, order)), tf.gather(plain, order))).toBeLessThan(1e-5);
    const told = tf.reshape(tf.range(0, 18), [2, 3, 3]);
    const moved = layer.apply(p, images, entities, told);
    const asBias = { ...p, "c/own/bias": tf.add(p["c/own/bias"], tf.tensor1d([12, 13, 14])) };
    // what is told to entity 1 of batch 1, which has image 4
    expect(difference(tf.slice(moved, 4, 1), tf.slice(layer.apply(asBias, images, entities), 4, 1))).toBeLessThan(1e-5);
    const other = apply(tf.add(images, tf.reshape(tf.tensor([1, 0, 0, 0, 0, 0]), [6, 1, 1, 1])));
    expect(difference(tf.slice(other, 1, 1), tf.slice(plain, 1, 1))).toBeGreaterThan(1e-3);
    expect(difference(tf.slice(other, 3, 3), tf.slice(plain, 3, 3))).toBe(0);
  });
});
