import { beforeAll, expect, it } from "vitest";
import { sampledOccupancy } from "../../../../src/models/epns/cells/sampledOccupancy.js";
import { noiseTensor } from "../../../../src/nn/noiseTensor.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { gumbel } from "../../../../src/random/gumbel.js";
import { Key } from "../../../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("has one entity at every site, drawn from the softmax of the logits, at ten seeds", () => {
  const weights = [1, 2, 5];
  for (let seed = 0; seed < 10; seed++) {
    tf.tidy(() => {
      const logits = tf.mul(tf.ones([1, 3, 60, 60]), tf.tensor(weights.map(Math.log), [1, 3, 1, 1]));
      const occupancy = sampledOccupancy(logits, upload({ g: noiseTensor(Key.root(seed), [1, 3, 60, 60], gumbel) }).g);
      expect(tf.sum(occupancy, 1).dataSync().every((entities) => entities === 1)).toBe(true);
      // 6 sd of a binomial share of 3,600: p < 1e-8 for each of 30 shares
      tf.mean(occupancy, [0, 2, 3]).dataSync().forEach((share, e) => {
        const expected = weights[e] / 8;
        expect(Math.abs(share - expected)).toBeLessThan(6 * Math.sqrt((expected * (1 - expected)) / 3600));
      });
    });
  }
});

it("passes no gradient", () => {
  const noise = tf.zeros([1, 2, 1, 1]);
  const gradient = tf.grad((logits) => tf.sum(tf.add(tf.mul(sampledOccupancy(logits, noise), 9), logits)));
  expect([...gradient(tf.tensor([1, 2], [1, 2, 1, 1])).dataSync()]).toEqual([1, 1]);
});
