import { beforeAll, expect, it } from "vitest";
import { cellKernel } from "../../../../src/models/epns/cells/cellKernel.js";
import type { CellModel } from "../../../../src/models/epns/cells/cellModel.js";
import { flatCells } from "../../../../src/models/epns/cells/rivals/flatCells.js";
import { indexedCrowd } from "../../../../src/models/epns/cells/rivals/indexedCrowd.js";
import { stackedCells } from "../../../../src/models/epns/cells/rivals/stackedCells.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { everyCellAlive } from "../../../../src/simulators/lattice/everyCellAlive.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const size = 8;
const lattice = { size, ids: new Int16Array(64).fill(1, 0, 20).fill(2, 20, 40), types: new Uint8Array([0, 1, 2]) };
const WEIGHTS = [1, 2, 5];
const model: CellModel = {
  id: "weighted",
  latents: 1,
  init: () => ({}),
  forward: (_, { occupancy }) => ({ occupancy }),
  prior: () => ({ mean: tf.zeros([1, 3, 1]), logScale: tf.zeros([1, 3, 1]) }),
  posterior: () => ({ mean: tf.zeros([1, 3, 1]), logScale: tf.zeros([1, 3, 1]) }),
  decode: (_, { occupancy }) => tf.mul(tf.onesLike(occupancy), tf.tensor(WEIGHTS.map(Math.log), [1, 3, 1, 1])),
};
const kernel = cellKernel(model, { parameters: {}, size, cells: 2, init: () => lattice });

it("draws each site from the softmax of its logits, at ten seeds", () => {
  // 100 steps of 64 sites: 6 sd of a binomial share, p < 1e-8 for each of 30 shares
  const sites = 100 * size * size;
  for (let seed = 0; seed < 10; seed++) {
    const counts = [0, 0, 0];
    for (let i = 0; i < 100; i++) for (const id of kernel.step(Key.root(seed).fold(i), lattice).ids) counts[id]++;
    counts.forEach((count, id) => {
      const share = WEIGHTS[id] / 8;
      expect(Math.abs(count / sites - share)).toBeLessThan(6 * Math.sqrt((share * (1 - share)) / sites));
    });
  }
});

it("is a transition kernel: equal keys give equal states, types stay, nothing is left behind", () => {
  const before = tf.memory().numTensors;
  const next = kernel.step(Key.root(0), lattice);
  expect(tf.memory().numTensors).toBe(before);
  expect(kernel.step(Key.root(0), lattice)).toEqual(next);
  expect(next.types).toEqual(lattice.types);
  expect(kernel.init(Key.root(0))).toBe(lattice);
});

it("steps many lattices as it steps each alone; one with an empty cell stays, and the others go on", () => {
  const keys = Array.from({ length: 20 }, (_, i) => Key.root(i));
  const dead = { ...lattice, ids: new Int16Array(64).fill(1) };
  const noise = keys.map((key) => kernel.noise(key));
  const all = kernel.stepAll(keys.map((_, i) => (i === 3 ? dead : lattice)), noise);
  expect(all[3]).toBe(dead);
  expect(everyCellAlive(all[3])).toBe(false);
  all.forEach((next, i) => i !== 3 && expect(next).toEqual(kernel.step(keys[i], lattice)));
  expect(kernel.stepAll([], [])).toEqual([]);
});

it("steps compiled as it steps eagerly, whatever the number of lattices", async () => {
  const steps = kernel.compiled(4);
  const keys = Array.from({ length: 9 }, (_, i) => Key.root(i));
  const dead = { ...lattice, ids: new Int16Array(64).fill(1) };
  const noise = keys.map((key) => kernel.noise(key));
  for (const count of [9, 4, 1, 0]) {
    const lattices = keys.slice(0, count).map((_, i) => (i === 3 ? dead : lattice));
    expect(await steps.stepAll(lattices, noise.slice(0, count))).toEqual(kernel.stepAll(lattices, noise.slice(0, count)));
  }
  await expect(steps.stepAll([lattice], [])).rejects.toThrow("noise must be given for 1 lattices, got 0");
  await steps.release();
  for (const batch of [0, 1.5, NaN]) expect(() => kernel.compiled(batch)).toThrow(new RangeError(`batch must be an integer >= 1, got ${batch}`));
});

it.each([NaN, Infinity])("ends a rollout where a logit is %s: no cell is left", (bad) => {
  const decode: CellModel["decode"] = (p, hidden, z) => tf.add(model.decode(p, hidden, z), tf.tensor([0, 0, bad], [1, 3, 1, 1]));
  const blownUp = cellKernel({ ...model, decode }, { parameters: {}, size, cells: 2, init: () => lattice });
  const next = blownUp.step(Key.root(0), lattice);
  expect(everyCellAlive(next)).toBe(false);
  expect(() => blownUp.step(Key.root(0), next)).toThrow("every cell must have a site, got none for cell 1");
});

it("refuses noise of another shape, or for another number of lattices", () => {
  const noise = kernel.noise(Key.root(0));
  expect(() => kernel.stepAll([lattice], [])).toThrow(new RangeError("noise must be given for 1 lattices, got 0"));
  const short = { ...noise, gumbel: noise.gumbel.slice(1) };
  expect(() => kernel.stepAll([lattice], [short])).toThrow(new RangeError("noise must have shapes [3, 1] and [3, 8, 8], got 3 and 191 numbers"));
});

it("refuses noise that is not finite", () => {
  const { latents, gumbel } = kernel.noise(Key.root(0));
  expect(() => kernel.stepWithNoise(lattice, { latents: latents.with(1, NaN), gumbel })).toThrow(new RangeError("noise must hold finite numbers, got NaN at 1"));
  expect(() => kernel.stepWithNoise(lattice, { latents, gumbel: gumbel.with(3, Infinity) })).toThrow(new RangeError("noise must hold finite numbers, got Infinity at 3"));
});

it.each([
  [flatCells({ cells: 3, size, hidden: 2 }), "takes 3 cells only, got 2"],
  [flatCells({ cells: 2, size: 9, hidden: 2 }), "takes 9 sites along a side only, got 8"],
  [stackedCells({ cells: 3, hidden: 2 }), "takes 3 cells only, got 2"],
  [indexedCrowd({ cells: 3, hidden: 2 }), "takes 3 cells only, got 2"],
])("refuses lattices that the model does not take: $id", (rival, message) => {
  expect(() => cellKernel(rival, { parameters: rival.init(Key.root(0)), size, cells: 2, init: () => lattice })).toThrow(new RangeError(`${rival.id} ${message}`));
});

it("refuses an empty cell, another size, and another number of cells", () => {
  expect(() => kernel.step(Key.root(0), { ...lattice, ids: new Int16Array(64).fill(1) })).toThrow("every cell must have a site, got none for cell 2");
  const small = { size: 3, ids: new Int16Array([1, 2, 0, 0, 0, 0, 0, 0, 0]), types: lattice.types };
  expect(() => kernel.step(Key.root(0), small)).toThrow("lattice must have size 8 and 2 cells, got 3 and 2");
});
