import { beforeAll, describe, expect, it } from "vitest";
import { bodyKernel } from "../../../../src/models/epns/bodies/bodyKernel.js";
import { bodyLogLikelihood } from "../../../../src/models/epns/bodies/bodyLogLikelihood.js";
import type { BodyModel } from "../../../../src/models/epns/bodies/bodyModel.js";
import { type BodyTraining, fitBodies, type FittedBodies } from "../../../../src/models/epns/bodies/fitBodies.js";
import { flatBodies } from "../../../../src/models/epns/bodies/flatBodies.js";
import { rawBodies } from "../../../../src/models/epns/bodies/rawBodies.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { Key } from "../../../../src/random/key.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";

const kernel = celestial({ bodies: 3 });
const paths = (count: number, key: Key): Float64Array[][] => Array.from({ length: count }, (_, i) => trajectory(kernel, key.fold(i), 31));
const training = paths(3, Key.root(0));
const held = paths(4, Key.root(1)).flatMap((path) => path.slice(1).map((next, i) => [path[i], next] as const));
const SMALL = { steps: 60, batch: 32, learningRate: 5e-3, dt: 0.1 };
const net = vectorScalar({ hidden: 4, rounds: 1 });

const fit = (model: BodyModel, change: Partial<BodyTraining> = {}, seed = 0) => fitBodies(model, training, { ...SMALL, ...change }, Key.root(seed));
const score = (fitted: FittedBodies): number => {
  const bounds = bodyLogLikelihood(fitted, held, { key: Key.root(2) });
  return bounds.reduce((sum, value) => sum + value, 0) / bounds.length;
};

let fitted: FittedBodies;
beforeAll(async () => {
  await selectBackend();
  fitted = await fit(net);
}, 120_000);

describe("fitBodies", () => {
  it("makes held-out transitions likelier than fresh parameters do", () => {
    const fresh = { ...fitted, parameters: net.init(Key.root(0).fold("parameters")) };
    expect(score(fitted)).toBeGreaterThan(score(fresh) + 1);
  });

  it("lowers the loss of steps unrolled on the model's own samples", { timeout: 120_000 }, async () => {
    const { losses } = await fit(net, { horizon: 2, steps: 100 });
    expect(losses.at(-1)!.loss).toBeLessThan(0.5 * losses[0].loss);
  });

  it("gives equal bits from equal keys, and others from others", { timeout: 120_000 }, async () => {
    const [a, b, c] = [await fit(net, { steps: 10 }), await fit(net, { steps: 10 }), await fit(net, { steps: 10 }, 1)];
    expect(a).toEqual(b);
    expect(c.parameters).not.toEqual(a.parameters);
    expect(c.scales).toEqual(a.scales);
  });

  it("augments with rotations: other gradients for a net that is not equivariant", { timeout: 120_000 }, async () => {
    const raw = rawBodies({ hidden: 4, rounds: 1 });
    const [plain, turned] = [await fit(raw, { steps: 5 }), await fit(raw, { steps: 5, augmentation: "rotation" })];
    expect(turned.parameters).not.toEqual(plain.parameters);
    expect(turned.scales).toEqual(plain.scales);
  });

  it("makes a kernel that can be rolled out", () => {
    const { model, parameters, scales } = fitted;
    const learned = bodyKernel(model, { parameters, scales, bodies: 3, init: (key) => kernel.init(key) });
    for (const state of trajectory(learned, Key.root(3), 5)) expect(state.every(Number.isFinite)).toBe(true);
  });

  it.each([
    [{ steps: 0 }, training, "steps must be an integer >= 1, got 0"],
    [{ dt: -1 }, training, "dt must be positive and finite, got -1"],
    [{ horizon: 31 }, training, "trajectories[0] must hold at least 32 states for horizon 31, got 31"],
    [{}, [], "trajectories must hold at least one, got none"],
    [{}, [training[0].slice(0, 1)], "trajectories[0] must hold at least 2 states for horizon 1, got 1"],
    [{}, [[training[0][0], training[0][1].with(2, NaN)]], "trajectories[0][1]: state must hold finite numbers, got NaN in body 0"],
    [{}, [[training[0][0], training[0][0].slice(7)]], "trajectories[0][1]: state must have shape [3, 7], got 14 numbers"],
  ])("refuses %o", async (change, trajectories, message) => {
    await expect(fitBodies(net, trajectories, { ...SMALL, ...change }, Key.root(0))).rejects.toThrow(new RangeError(message));
  });

  it("refuses another number of bodies than the model takes", async () => {
    await expect(fitBodies(flatBodies({ bodies: 4, hidden: 4 }), training, SMALL, Key.root(0))).rejects.toThrow("flat-bodies(bodies=4, hidden=4) takes 4 bodies only, got 3");
  });

  it("refuses an augmentation that it does not know", async () => {
    const wrong = { ...SMALL, augmentation: "reflection" as "rotation" };
    await expect(fitBodies(net, training, wrong, Key.root(0))).rejects.toThrow('augmentation must be "rotation" or not given, got reflection');
  });
});
