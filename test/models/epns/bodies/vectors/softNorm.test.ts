import { beforeAll, expect, it } from "vitest";
import { softNorm } from "../../../../../src/models/epns/bodies/vectors/softNorm.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { tf } from "../../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("is the length, with a finite gradient at 0", () => {
  tf.tidy(() => {
    const [long, zero] = softNorm(tf.tensor([[2, 3, 6], [0, 0, 0]])).dataSync();
    expect(long).toBeCloseTo(7, 5);
    expect(zero).toBeCloseTo(1e-3, 6);
    expect([...tf.grad(softNorm)(tf.zeros([1, 3])).dataSync()]).toEqual([0, 0, 0]);
  });
});
