import { beforeAll, expect, it } from "vitest";
import { EDGE_SCALARS, NODE_SCALARS } from "../../../../../src/models/epns/bodies/vectors/scalarFeatures.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { tf } from "../../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const close = (found: tf.Tensor, expected: readonly number[]): void =>
  found.dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i], 4));

it("of a body: m, |x|, |v|, x · v, and the mean of |x|²", () => {
  tf.tidy(() => {
    const bodies = { mass: tf.tensor([[[1.5], [1]]]), x: tf.tensor([[[3, 4, 0], [0, 0, 1]]]), v: tf.tensor([[[1, 0, 0], [0, 0, 2]]]) };
    const found = NODE_SCALARS.of(bodies);
    expect(found.shape).toEqual([1, 2, NODE_SCALARS.width]);
    close(found, [1.5, 5, 1, 3, 13, 1, 1, 2, 2, 13]);
  });
});

it("of a pair: d, 1/d, 1/(10 d²), |dv|, dx · dv/d", () => {
  tf.tidy(() => {
    const found = EDGE_SCALARS.of({ dx: tf.tensor([[[[0, 2, 0]]]]), dv: tf.tensor([[[[3, 4, 0]]]]), distance: tf.tensor([[[[2]]]]) });
    expect(found.shape).toEqual([1, 1, 1, EDGE_SCALARS.width]);
    close(found, [2, 0.5, 0.025, 5, 4]);
  });
});
