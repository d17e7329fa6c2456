import { beforeAll, expect, it } from "vitest";
import { siteSums } from "../../../../src/models/epns/nets/siteSums.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("is the signed logarithm of the sum over sites, of every image and channel", () => {
  const images = tf.tensor4d([1, -1, 2, -2, 3, -3, 4, -4, 0, 5, 0, 5, 0, 5, 0, 5], [2, 2, 2, 2]);
  const sums = siteSums(images);
  expect(sums.shape).toEqual([2, 2]);
  [Math.log(11), -Math.log(11), 0, Math.log(21)].forEach((value, i) => expect(sums.dataSync()[i]).toBeCloseTo(value, 5));
});
