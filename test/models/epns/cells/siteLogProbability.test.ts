import { beforeAll, expect, it } from "vitest";
import { siteLogProbability } from "../../../../src/models/epns/cells/siteLogProbability.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("is the mean over sites of the log-probability of the entity that is there", () => {
  // 2 entities, 1×2 sites: softmax (3/4, 1/4) at the first, (1/5, 4/5) at the second
  const logits = tf.tensor([Math.log(3), 0, 0, Math.log(4)], [1, 2, 1, 2]);
  const target = tf.tensor([1, 1, 0, 0], [1, 2, 1, 2]);
  expect(siteLogProbability(logits, target).dataSync()[0]).toBeCloseTo((Math.log(3 / 4) + Math.log(1 / 5)) / 2, 6);
});
