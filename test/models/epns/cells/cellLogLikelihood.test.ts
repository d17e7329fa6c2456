import { beforeAll, expect, it } from "vitest";
import { cellLogLikelihood, type CellTransition } from "../../../../src/models/epns/cells/cellLogLikelihood.js";
import type { CellModel } from "../../../../src/models/epns/cells/cellModel.js";
import { crowdModel } from "../../../../src/models/epns/cells/crowdModel.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import type { Tensors } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const kernel = cellularPotts({ size: 10, cells: 2 });
const transitions = Array.from({ length: 20 }, (_, i): CellTransition => {
  const first = kernel.init(Key.root(i));
  return [first, kernel.step(Key.root(i).fold("step"), first)];
});
const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/**
 * One latent for each entity, prior N(0, 1), posterior N(m, s²), and a decoder that says logit_e = z_e at every site: the
 * likelihood of x' is an integral over latents that does not depend on m and s.
 */
const toy = (m: number, s: number): CellModel => {
  const law = (hidden: Tensors, mean: number, scale: number) => {
    const shape = [hidden.occupancy.shape[0], 3, 1];
    return { mean: tf.fill(shape, mean), logScale: tf.fill(shape, Math.log(scale)) };
  };
  return {
    id: "toy",
    latents: 1,
    init: () => ({}),
    forward: (_, { occupancy }) => ({ occupancy }),
    prior: (_, hidden) => law(hidden, 0, 1),
    posterior: (_, hidden) => law(hidden, m, s),
    decode: (_, { occupancy }, z) => tf.mul(tf.onesLike(occupancy), tf.expandDims(z, 3)),
  };
};

it("is exact where latents are ignored, whatever K", () => {
  const blind: CellModel = { ...toy(0, 1), decode: (_, { occupancy }) => tf.mul(occupancy, 3) };
  for (const samples of [1, 5]) {
    cellLogLikelihood({ model: blind, parameters: {} }, transitions, { key: Key.root(0), samples }).forEach((bound, i) => {
      const [{ ids }, next] = transitions[i];
      const stay = ids.filter((id, site) => id === next.ids[site]).length / ids.length;
      expect(bound).toBeCloseTo(3 * stay - Math.log(Math.exp(3) + 2), 5);
    });
  }
});

it("rises with K, to the same limit from different posteriors", () => {
  const bound = (model: CellModel, samples: number): number =>
    mean(cellLogLikelihood({ model, parameters: {} }, transitions, { key: Key.root(1), samples }));
  const [one, few, many] = [1, 8, 512].map((samples) => bound(toy(0.5, 1.2), samples));
  expect(one).toBeLessThan(few);
  expect(few).toBeLessThan(many);
  // 100 sites know the 3 latents to ±.1–.2, so that some 5 of 512 draws carry the weight: ±.5 nats of 100 sites, 20 times
  expect(Math.abs(many - bound(toy(0, 1), 512))).toBeLessThan(0.01);
});

it("has latents of its own for each transition: later ones leave it as it is, and nothing is left behind", () => {
  const model = crowdModel({ hidden: 3, latents: 2, rounds: 1 });
  const fitted = { model, parameters: model.init(Key.root(0)) };
  const all = cellLogLikelihood(fitted, transitions, { key: Key.root(2) });
  const before = tf.memory().numTensors;
  cellLogLikelihood(fitted, transitions.slice(0, 3), { key: Key.root(2) }).forEach((bound, i) => expect(bound).toBeCloseTo(all[i], 6));
  expect(tf.memory().numTensors).toBe(before);
});

it("refuses no transition, and a number of samples that is no integer >= 1", () => {
  const fitted = { model: toy(0, 1), parameters: {} };
  expect(() => cellLogLikelihood(fitted, [], { key: Key.root(0) })).toThrow(new RangeError("transitions must hold at least one, got none"));
  expect(() => cellLogLikelihood(fitted, transitions, { key: Key.root(0), samples: 0 })).toThrow(new RangeError("samples must be an integer >= 1, got 0"));
  const small = { model: { ...toy(0, 1), cells: 3 }, parameters: {} };
  expect(() => cellLogLikelihood(small, transitions, { key: Key.root(0) })).toThrow("takes 3 cells only, got 2");
});
