import { beforeAll, expect, it } from "vitest";
import { bodyVectors } from "../../../../../src/models/epns/bodies/vectors/bodyVectors.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { tf } from "../../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("centres positions at the centre of mass, and leaves velocities", () => {
  tf.tidy(() => {
    const { mass, x, v } = bodyVectors(tf.tensor([[[1, 0, 0, 0, 1, 2, 3], [3, 4, 8, 0, 4, 5, 6]]]));
    expect([...mass.dataSync()]).toEqual([1, 3]);
    expect([...x.dataSync()]).toEqual([-3, -6, 0, 1, 2, 0]);
    expect([...v.dataSync()]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
