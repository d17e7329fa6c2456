import { beforeAll, expect, it } from "vitest";
import { vectorHead } from "../../../../../src/models/epns/bodies/vectors/vectorHead.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { upload } from "../../../../../src/nn/hostTensor.js";
import { tf } from "../../../../../src/nn/tf.js";
import { Key } from "../../../../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-cpu"));

/** Two bodies on the x axis, at rest: every vector known points along x. */
const known = () => ({
  scalars: tf.ones([1, 2, 4]),
  edges: tf.ones([1, 2, 2, 5]),
  x: tf.tensor([[[1, 0, 0], [-1, 0, 0]]]),
  v: tf.zeros([1, 2, 3]),
  dx: tf.tensor([[[[0, 0, 0], [-2, 0, 0]], [[2, 0, 0], [0, 0, 0]]]]),
  dv: tf.zeros([1, 2, 2, 3]),
  distance: tf.tensor([[[[1], [2]], [[2], [1]]]]),
});

it("answers in the span of the vectors that it knows", () => {
  tf.tidy(() => {
    const head = vectorHead("h", { hidden: 4, edges: 5, extra: 0 });
    const { mean, logScale } = head.law(upload(head.init(Key.root(0))), known());
    expect([mean.shape, logScale.shape]).toEqual([[1, 2, 2, 3], [1, 2, 2, 1]]);
    mean.dataSync().forEach((value, at) => (at % 3 === 0 ? expect(Math.abs(value)).toBeGreaterThan(1e-6) : expect(value).toBe(0)));
  });
});

it("sees further vectors, and may answer along them", () => {
  tf.tidy(() => {
    const head = vectorHead("h", { hidden: 4, edges: 5, extra: 2 });
    const extra = tf.tensor([[[[0, 1, 0], [0, 2, 0]], [[0, -1, 0], [0, 0, 0]]]]);
    const { mean } = head.law(upload(head.init(Key.root(0))), known(), extra);
    const values = mean.dataSync();
    expect(Math.abs(values[1])).toBeGreaterThan(1e-6);
    expect(values[2]).toBe(0);
  });
});
