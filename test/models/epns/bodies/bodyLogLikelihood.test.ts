import { beforeAll, describe, expect, it } from "vitest";
import { bodyLogLikelihood } from "../../../../src/models/epns/bodies/bodyLogLikelihood.js";
import { bodyIncrements } from "../../../../src/models/epns/bodies/bodyIncrements.js";
import type { BodyModel } from "../../../../src/models/epns/bodies/bodyModel.js";
import { flatBodies } from "../../../../src/models/epns/bodies/flatBodies.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const [BODIES, N] = [3, 400];
const SCALES = { dt: 0.1, velocity: 0.5, position: 0.02 };
const kernel = celestial({ bodies: BODIES });
const transitions = Array.from({ length: N }, (_, i) => {
  const state = kernel.init(Key.root(0).fold(i));
  return [state, kernel.step(Key.root(1).fold(i), state)] as const;
});
const UNIT = 3 * Math.log(SCALES.velocity * SCALES.position);
const logNormal = (x: number, variance: number): number => -0.5 * ((x * x) / variance + Math.log(2 * Math.PI * variance));
const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** z ~ N(0, 1) and x' | z ~ N(weight z, 1), so x' ~ N(0, 1 + weight²); the posterior may be the prior instead of the true one. */
const linear = (weight: number, exact: boolean): BodyModel => {
  const variance = 1 / (1 + weight * weight);
  const like = (target: tf.Tensor): tf.Tensor => tf.zerosLike(tf.slice(target, [0, 0, 0, 0], [-1, -1, -1, 1]));
  const standard = (target: tf.Tensor) => ({ mean: tf.zerosLike(target), logScale: like(target) });
  return {
    id: "linear",
    init: () => ({}),
    forward: (_, state) => ({ shape: tf.reshape(tf.slice(state, [0, 0, 1]), [-1, BODIES, 2, 3]) }),
    prior: (_, { shape }) => standard(shape),
    posterior: (_, __, target) =>
      exact ? { mean: tf.mul(target, weight * variance), logScale: tf.add(like(target), 0.5 * Math.log(variance)) } : standard(target),
    decode: (_, __, z) => ({ mean: tf.mul(z, weight), logScale: like(z) }),
  };
};
const evidence = (weight: number): Float64Array =>
  Float64Array.from(transitions, ([state, next]) => {
    const increments = [...bodyIncrements(state, next, SCALES)];
    return increments.reduce((sum, x) => sum + logNormal(x, 1 + weight * weight), 0) / BODIES - UNIT;
  });
const judged = (model: BodyModel, samples?: number, seed = 7): Float64Array =>
  bodyLogLikelihood({ model, parameters: model.init(Key.root(0)), scales: SCALES }, transitions, { key: Key.root(seed), ...(samples !== undefined && { samples }) });

describe("bodyLogLikelihood", () => {
  it("is the log-density of (x', v') per body, exactly, where latents are ignored", () => {
    const wanted = evidence(0);
    for (const samples of [1, 3]) judged(linear(0, true), samples).forEach((value, i) => expect(value).toBeCloseTo(wanted[i], 3));
  });

  it("with importance weights is exact for every draw where the posterior is", () => {
    const wanted = evidence(1);
    judged(linear(1, true), 2).forEach((value, i) => expect(value).toBeCloseTo(wanted[i], 3));
  });

  it("bounds the log-density, and rises towards it with K, where the posterior is not exact", () => {
    const wanted = mean(evidence(0.7));
    const [one, five, fifty] = [1, 5, 50].map((samples) => mean(judged(linear(0.7, false), samples)));
    expect(one).toBeLessThan(five);
    expect(five).toBeLessThan(fifty);
    expect(fifty).toBeLessThan(wanted);
    expect(wanted - fifty).toBeLessThan(0.25 * (wanted - one));
  });

  it("rises with K for a net, on the same transitions", () => {
    const model = vectorScalar({ hidden: 4, rounds: 1 });
    expect(mean(judged(model, 20))).toBeGreaterThan(mean(judged(model)));
  });

  it("gives equal numbers from equal keys, and leaves nothing behind", () => {
    const before = tf.memory().numTensors;
    const model = vectorScalar({ hidden: 4, rounds: 1 });
    expect(judged(model)).toEqual(judged(model));
    expect(judged(model, 2, 8)).not.toEqual(judged(model, 2, 9));
    expect(tf.memory().numTensors).toBe(before);
  });

  it("refuses no transitions, no samples, and states that do not fit", () => {
    const model = vectorScalar({ hidden: 4 });
    const fitted = { model, parameters: model.init(Key.root(0)), scales: SCALES };
    const judge = (of: typeof transitions, samples = 1) => () => bodyLogLikelihood(fitted, of, { key: Key.root(0), samples });
    expect(judge([])).toThrow(new RangeError("transitions must hold at least one, got none"));
    expect(judge(transitions, 0)).toThrow(new RangeError("samples must be an integer >= 1, got 0"));
    const [[state, next]] = transitions;
    expect(judge([[state, next], [state, next.with(1, Infinity)]])).toThrow("trajectories[1][1]: state must hold finite numbers, got Infinity in body 0");
    const flat = flatBodies({ bodies: 2, hidden: 4 });
    const small = { model: flat, parameters: flat.init(Key.root(0)), scales: SCALES };
    expect(() => bodyLogLikelihood(small, transitions, { key: Key.root(0) })).toThrow(new RangeError("flat-bodies(bodies=2, hidden=4) takes 2 bodies only, got 3"));
    expect(judge([[state, next.slice(7)]])).toThrow("trajectories[0][1]: state must have shape [3, 7], got 14 numbers");
  });
});
