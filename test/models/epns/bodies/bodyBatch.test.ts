import { expect, it } from "vitest";
import { bodyBatch, bodySample } from "../../../../src/models/epns/bodies/bodyBatch.js";
import { bodyStep } from "../../../../src/models/epns/bodies/bodyStep.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { eagerly } from "../../../../src/nn/engine/eagerly.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { reals } from "../../../nn/engine/agreement.js";

const rows = (count: number, width: number, label: string): Float64Array[] =>
  Array.from({ length: count }, (_, i) => Float64Array.from(reals([width], `${label}${i}`, 0.5, 1).data));

it("lays states and noise out in rows, and fills a batch up with the last of them", () => {
  const [states, draws] = [rows(2, 14, "x"), rows(2, 24, "e")];
  const { state, layers } = bodyBatch(states, draws, 2, 3);
  expect([state.shape, layers.shape]).toEqual([[3, 2, 7], [3, 4, 2, 3]]);
  expect([...state.data]).toEqual([0, 1, 1].flatMap((b) => [...Float32Array.from(states[b])]));
  expect([...layers.data]).toEqual([0, 1, 1].flatMap((b) => [...Float32Array.from(draws[b])]));
});

it("refuses noise for another number of states, and other shapes", () => {
  const [states, draws] = [rows(2, 14, "x"), rows(2, 24, "e")];
  expect(() => bodyBatch(states, draws.slice(1), 2)).toThrow(new RangeError("noise must be given for 2 states, got 1"));
  expect(() => bodyBatch(states, draws, 3)).toThrow(new RangeError("state must have shape [3, 7], got 14 numbers"));
  expect(() => bodyBatch(states, states, 2)).toThrow(new RangeError("noise must have shape [4, 2, 3], got 14 numbers"));
});

it("takes the first two layers as latents and the others as the noise of the increments", () => {
  const model = vectorScalar({ hidden: 4, rounds: 1 });
  const parameters = model.init(Key.root(0));
  const inputs = bodyBatch(rows(1, 14, "x"), rows(1, 24, "e"), 2);
  const { sample } = eagerly(bodySample(model, parameters), inputs);
  const expected = tf.tidy(() => {
    const { state, layers } = upload(inputs);
    const [a, b, c, d] = tf.unstack(layers, 1);
    return bodyStep(model, upload(parameters), { state, latents: tf.stack([a, b], 2), noise: tf.stack([c, d], 2) }).sample.dataSync();
  });
  expect(sample.shape).toEqual([1, 2, 2, 3]);
  expect([...sample.data]).toEqual([...expected]);
});
