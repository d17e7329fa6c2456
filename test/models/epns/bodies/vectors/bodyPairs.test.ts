import { beforeAll, expect, it } from "vitest";
import { bodyPairs } from "../../../../../src/models/epns/bodies/vectors/bodyPairs.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { tf } from "../../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("takes the differences of j from i, and distances softened by .1", () => {
  tf.tidy(() => {
    const { dx, dv, distance } = bodyPairs({ mass: tf.ones([1, 2, 1]), x: tf.tensor([[[0, 0, 0], [3, 4, 0]]]), v: tf.tensor([[[1, 1, 1], [2, 0, 1]]]) });
    expect([...dx.dataSync()]).toEqual([0, 0, 0, 3, 4, 0, -3, -4, 0, 0, 0, 0]);
    expect([...dv.dataSync()]).toEqual([0, 0, 0, 1, -1, 0, -1, 1, 0, 0, 0, 0]);
    const expected = [Math.sqrt(1.01), Math.sqrt(25.01), Math.sqrt(25.01), Math.sqrt(1.01)];
    distance.dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
  });
});
