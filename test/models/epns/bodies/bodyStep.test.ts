import { beforeAll, expect, it } from "vitest";
import { bodyStep } from "../../../../src/models/epns/bodies/bodyStep.js";
import type { BodyModel } from "../../../../src/models/epns/bodies/bodyModel.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("draws z from the prior and increments from the decoder", () => {
  const model: BodyModel = {
    id: "plain",
    init: () => ({}),
    forward: (_, state) => ({ state }),
    prior: () => ({ mean: tf.fill([1, 1, 2, 3], 10), logScale: tf.fill([1, 1, 2, 1], Math.log(2)) }),
    posterior: () => { throw new Error("a rollout does not know what comes next"); },
    decode: (_, __, z) => ({ mean: tf.mul(z, 100), logScale: tf.fill([1, 1, 2, 1], Math.log(3)) }),
  };
  tf.tidy(() => {
    const { mean, sample } = bodyStep(model, {}, { state: tf.ones([1, 1, 7]), latents: tf.ones([1, 1, 2, 3]), noise: tf.fill([1, 1, 2, 3], -1) });
    mean.dataSync().forEach((value) => expect(value).toBeCloseTo(1200, 3));
    sample.dataSync().forEach((value) => expect(value).toBeCloseTo(1197, 3));
  });
});
