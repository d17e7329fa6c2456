import { beforeAll, describe, expect, it } from "vitest";
import { bodyBound } from "../../../../src/models/epns/bodies/bodyBound.js";
import { bodyLogLikelihood } from "../../../../src/models/epns/bodies/bodyLogLikelihood.js";
import { fitBodies } from "../../../../src/models/epns/bodies/fitBodies.js";
import { type IncrementField, neuralSde } from "../../../../src/models/epns/bodies/neuralSde.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { matchedWidth } from "../../../../src/models/epns/matchedWidth.js";
import { parameterCount } from "../../../../src/models/epns/nets/layer.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { normal } from "../../../../src/random/normal.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";

beforeAll(() => selectBackend());

/** dy = (c − k y) dτ + e^s dW: a linear law, whose Euler–Maruyama steps are known. */
const [PULL, DRIFT, LOG_DIFFUSION] = [0.8, 0.5, Math.log(0.7)];
const linear: IncrementField = {
  id: "linear",
  init: () => ({}),
  forward: () => ({}),
  decode: (_, __, y) => ({ mean: tf.sub(DRIFT, tf.mul(PULL, y)), logScale: tf.fill([...y.shape.slice(0, 3), 1], LOG_DIFFUSION) }),
};

/** Mean and variance of y(1) after S sub-steps; noise enters in all of them, or in the last one only. */
function marginal(subSteps: number, inAll: boolean): readonly [number, number] {
  let [mean, variance] = [0, 0];
  for (let k = 1; k <= subSteps; k++) {
    const noisy = inAll || k === subSteps;
    mean += (DRIFT - PULL * mean) / subSteps;
    variance = variance * (1 - PULL / subSteps) ** 2 + (noisy ? Math.exp(2 * LOG_DIFFUSION) / subSteps : 0);
  }
  return [mean, variance];
}

const logDensity = (x: number, [mean, variance]: readonly [number, number]): number => -0.5 * ((x - mean) ** 2 / variance + Math.log(2 * Math.PI * variance));

const TARGET = [0.3, -1, 1.2, 0, 0.7, -0.5];
const exact = (subSteps: number): number => TARGET.reduce((sum, x, at) => sum + logDensity(x, marginal(subSteps, at < 3)), 0);

/** log p(x' | z) for many draws of the latents, for one body. */
function fits(subSteps: number, draws: number): Float32Array {
  const stream = Key.root(subSteps).stream();
  return tf.tidy(() => {
    const latents = tf.tensor(Float32Array.from({ length: draws * 6 }, () => normal(stream)), [draws, 1, 2, 3]);
    const state = tf.ones([draws, 1, 7]);
    const target = tf.tile(tf.tensor(TARGET, [1, 1, 2, 3]), [draws, 1, 1, 1]);
    const { fit, divergence } = bodyBound(neuralSde({ subSteps, field: linear }), {}, { state, target, latents });
    expect(tf.max(tf.abs(divergence)).dataSync()[0]).toBe(0);
    return fit.dataSync<"float32">().slice();
  });
}

describe("known drift and diffusion", () => {
  it("one sub-step is the exact normal law, whatever the latents", () => {
    for (const fit of fits(1, 50)) expect(fit).toBeCloseTo(exact(1), 5);
  });

  it.each([2, 3])("%d sub-steps: E p(x' | z) is the marginal density, and the bound lies below its logarithm", (subSteps) => {
    const found = fits(subSteps, 40_000);
    const densities = found.map((fit) => Math.exp(fit - exact(subSteps)));
    const mean = densities.reduce((sum, value) => sum + value / found.length, 0);
    const error = Math.sqrt(densities.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / found.length;
    // five standard errors: a false alarm in 2 of a million seeds; a diffusion of wrong size moves the mean by far more than a quarter
    expect(Math.abs(mean - 1)).toBeLessThan(5 * error);
    expect(error).toBeLessThan(0.05);
    expect(found.reduce((sum, value) => sum + value / found.length, 0)).toBeLessThan(exact(subSteps));
  });
});

describe("learned drift and diffusion", () => {
  it("has as many parameters as another model, up to 5 %", () => {
    const count = parameterCount(vectorScalar({ hidden: 16 }).init(Key.root(0)));
    const width = matchedWidth(count, (hidden) => neuralSde({ hidden }));
    expect(Math.abs(parameterCount(neuralSde({ hidden: width }).init(Key.root(0))) / count - 1)).toBeLessThan(0.05);
  });

  it("learns with fitBodies: held-out transitions become likelier", { timeout: 180_000 }, async () => {
    const kernel = celestial({ bodies: 3 });
    const paths = [0, 1, 2, 3].map((i) => trajectory(kernel, Key.root(i), 31));
    const model = neuralSde({ hidden: 4, rounds: 1 });
    const fitted = await fitBodies(model, paths.slice(0, 3), { steps: 60, batch: 32, learningRate: 5e-3, dt: 0.1 }, Key.root(0));
    const held = paths[3].slice(1).map((next, i) => [paths[3][i], next] as const);
    const score = (parameters: typeof fitted.parameters): number =>
      bodyLogLikelihood({ ...fitted, parameters }, held, { key: Key.root(5) }).reduce((sum, value) => sum + value / held.length, 0);
    expect(score(fitted.parameters)).toBeGreaterThan(score(model.init(Key.root(0).fold("parameters"))) + 0.5);
  });
});

it.each([0, 4, 1.5, NaN])("%d sub-steps are refused", (subSteps) => {
  expect(() => neuralSde({ subSteps })).toThrow(new RangeError(`subSteps must be an integer in [1, 3], got ${subSteps}`));
});
