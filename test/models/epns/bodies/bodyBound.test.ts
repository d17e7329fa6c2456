import { beforeAll, expect, it } from "vitest";
import { bodyBound } from "../../../../src/models/epns/bodies/bodyBound.js";
import type { BodyModel } from "../../../../src/models/epns/bodies/bodyModel.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { boundLoss } from "../../../../src/models/epns/boundLoss.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { train } from "../../../../src/nn/training.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { normal } from "../../../../src/random/normal.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const full = (shape: number[], value: number) => tf.fill(shape, value);

it("is the exact log-evidence where the posterior is exact, whatever z is drawn", () => {
  // z ~ N(0, 1), x' | z ~ N(z, 1): x' ~ N(0, 2), z | x' ~ N(x'/2, 1/2), in each of six coordinates of two bodies
  const model: BodyModel = {
    id: "linear",
    init: () => ({}),
    forward: (_, state) => ({ state }),
    prior: () => ({ mean: tf.zeros([1, 2, 2, 3]), logScale: tf.zeros([1, 2, 2, 1]) }),
    posterior: (_, __, target) => ({ mean: tf.div(target, 2), logScale: full([1, 2, 2, 1], -0.5 * Math.log(2)) }),
    decode: (_, __, z) => ({ mean: z, logScale: tf.zeros([1, 2, 2, 1]) }),
  };
  const target = [0.3, -1, 2, 0, 1, -0.5, 1, 1, 1, -2, 0.1, 0];
  const stream = Key.root(0).stream();
  const draws = 40_000;
  let sum = 0;
  let divergence = 0;
  // one draw of the bound is unbiased: Var of E_q log p(x'|z) per coordinate is known from z = x'/2 + ε/√2
  const evidence = target.reduce((total, x) => total - 0.25 * x * x - 0.5 * Math.log(4 * Math.PI), 0) / 2;
  tf.tidy(() => {
    const latents = tf.tensor4d(Float32Array.from({ length: draws * 12 }, () => normal(stream)), [draws, 2, 2, 3]);
    const inputs = { state: tf.ones([1, 2, 7]), target: tf.tensor(target, [1, 2, 2, 3]), latents };
    const bound = bodyBound(model, {}, inputs);
    expect(bound.divergence.shape).toEqual([1, 2]);
    sum = tf.mean(bound.fit).dataSync()[0];
    divergence = tf.sum(bound.divergence).dataSync()[0];
  });
  // −½ (x/2 − ε/√2)² per coordinate has variance x²/8 + 1/8; twelve of them, halved: 6 sd, p < 1e-8
  const variance = target.reduce((total, x) => total + x * x / 8 + 1 / 8, 0) / 4;
  expect(Math.abs(sum - divergence - evidence)).toBeLessThan(6 * Math.sqrt(variance / draws) + 1e-4);
});

it("can be trained by descent: after 60 steps the loss is lower", async () => {
  const model = vectorScalar({ hidden: 4, rounds: 1 });
  const batch = 16;
  const draw = (label: string | number, shape: number[], sd = 1) => {
    const stream = Key.root(0).fold(label).stream();
    return { data: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => normal(stream, 0, sd)), shape };
  };
  const state = draw("state", [batch, 3, 7]);
  for (let at = 0; at < state.data.length; at += 7) state.data[at] = 1;
  const target = draw("target", [batch, 3, 2, 3], 0.2);
  const trained = await train({
    parameters: model.init(Key.root(0)),
    objective: (p, inputs) => boundLoss(bodyBound(model, p, inputs), inputs.klWeight, 0.01),
    steps: 60,
    learningRate: () => 5e-3,
    inputs: (step) => ({ state, target, latents: draw(step, [batch, 3, 2, 3]), klWeight: { data: Float32Array.of(0.5), shape: [] } }),
  });
  // increments of sd .2 in place of about 1: log 5 nats for each of six numbers are to be won
  expect(trained.losses.at(-1)!.loss).toBeLessThan(trained.losses[0].loss - 1);
});
