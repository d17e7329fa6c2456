import { beforeAll, expect, it } from "vitest";
import { bodyBound } from "../../../../src/models/epns/bodies/bodyBound.js";
import { advanceBodies, bodyIncrements } from "../../../../src/models/epns/bodies/bodyIncrements.js";
import { bodyWindows, trajectoryTransitions } from "../../../../src/models/epns/bodies/bodyWindows.js";
import { unrolledBound } from "../../../../src/models/epns/bodies/unrolledBound.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { gaussianSample } from "../../../../src/models/epns/gaussian.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { normal } from "../../../../src/random/normal.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const [BODIES, T] = [3, 3];
const SCALES = { dt: 0.1, velocity: 0.1, position: 1e-3 };
const model = vectorScalar({ hidden: 4, rounds: 1 });
const parameters = model.init(Key.root(0));
const path = trajectory(celestial({ bodies: BODIES }), Key.root(3), T + 1);

const draws = (label: string) => {
  const stream = Key.root(1).fold(label).stream();
  return { data: Float32Array.from({ length: T * BODIES * 6 }, () => normal(stream)), shape: [1, T, BODIES, 2, 3] };
};
const given = { latents: draws("latents"), noise: draws("noise") };

it("is the bound of each step from where the model's own samples have led", () => {
  const windows = bodyWindows(trajectoryTransitions([path], T), SCALES, T);
  tf.tidy(() => {
    const p = upload(parameters);
    const found = unrolledBound(model, p, upload({ ...windows.batch([0]), ...given }), SCALES);
    expect([found.fit.shape, found.divergence.shape]).toEqual([[T], [T, 2]]);
    const [fits, divergences] = [found.fit.dataSync(), found.divergence.arraySync() as number[][]];

    // the same step by step: states advance in float64, targets are taken from them
    let state = path[0];
    for (let k = 0; k < T; k++) {
      const part = (of: Float32Array): tf.Tensor => tf.tensor(of.slice(k * BODIES * 6, (k + 1) * BODIES * 6), [1, BODIES, 2, 3]);
      const target = tf.tensor(Float32Array.from(bodyIncrements(state, path[k + 1], SCALES)), [1, BODIES, 2, 3]);
      const inputs = { state: tf.tensor(Float32Array.from(state), [1, BODIES, 7]), target, latents: part(given.latents.data) };
      const { fit, divergence, law } = bodyBound(model, p, inputs);
      expect(fits[k] / fit.dataSync()[0]).toBeCloseTo(1, 3);
      divergence.dataSync().forEach((value, l) => expect(divergences[k][l] / value).toBeCloseTo(1, 3));
      state = advanceBodies(state, gaussianSample(law, part(given.noise.data)).dataSync(), SCALES);
    }
    // the samples do lead elsewhere
    expect(Math.abs(state[8] - path[T][8])).toBeGreaterThan(1e-3);
  });
});

it("needs no noise where there is one step, and is `bodyBound` there", () => {
  const windows = bodyWindows(trajectoryTransitions([path]), SCALES, 1);
  tf.tidy(() => {
    const p = upload(parameters);
    const latents = tf.tensor(given.latents.data, [T, BODIES, 2, 3]);
    const { states, targets } = upload(windows.batch([0, 1, 2]));
    const found = unrolledBound(model, p, { states, targets, latents: tf.expandDims(latents, 1) }, SCALES);
    const wanted = bodyBound(model, p, { state: tf.squeeze(states, [1]), target: tf.squeeze(targets, [1]), latents });
    expect([...found.fit.dataSync()]).toEqual([...wanted.fit.dataSync()]);
    expect([...found.divergence.dataSync()]).toEqual([...wanted.divergence.dataSync()]);
  });
});
