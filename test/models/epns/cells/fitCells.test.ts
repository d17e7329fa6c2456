import { beforeAll, expect, it } from "vitest";
import { cellLogLikelihood, type CellTransition } from "../../../../src/models/epns/cells/cellLogLikelihood.js";
import { crowdModel } from "../../../../src/models/epns/cells/crowdModel.js";
import { fitCells } from "../../../../src/models/epns/cells/fitCells.js";
import { flatCells } from "../../../../src/models/epns/cells/rivals/flatCells.js";
import { persistentCells } from "../../../../src/models/epns/cells/rivals/persistentCells.js";
import { stackedCells } from "../../../../src/models/epns/cells/rivals/stackedCells.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { Key } from "../../../../src/random/key.js";
import type { CellLattice } from "../../../../src/simulators/lattice/cellLattice.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";

beforeAll(() => selectBackend());

const kernel = cellularPotts({ size: 12, cells: 4 });
const sequences = [0, 1, 2].map((seed) => trajectory(kernel, Key.root(seed), 12));
const transitions = (states: readonly CellLattice[]): CellTransition[] => states.slice(1).map((next, t) => [states[t], next]);
const held = transitions(trajectory(kernel, Key.root(9), 20));
const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const model = crowdModel({ hidden: 6, latents: 2, rounds: 2 });

it("learns: on held-out transitions it beats persistence with the best flip rate", { timeout: 120_000 }, async () => {
  const fitted = await fitCells(model, sequences, { steps: 150, learningRate: 1e-2 }, Key.root(0));
  expect(fitted.losses.at(-1)!.loss).toBeLessThan(fitted.losses[0].loss);
  const persistence = persistentCells(sequences.flatMap(transitions));
  const margin = mean(cellLogLikelihood(fitted, held, { key: Key.root(1) })) - mean(held.map(persistence.logLikelihood));
  expect(margin).toBeGreaterThan(0.05); // by shapes alone: boundaries change, and change to the neighbour's entity
});

it("unrolls, augments, and gives equal parameters for equal keys", { timeout: 120_000 }, async () => {
  const rival = stackedCells({ cells: 4, hidden: 3, latents: 1, rounds: 1 });
  const options = { steps: 3, batch: 2, horizon: 2, freeBits: 0.001, augmentation: "permutation" } as const;
  const [one, same, other] = await Promise.all([0, 0, 1].map((seed) => fitCells(rival, sequences, options, Key.root(seed))));
  expect(one.parameters).toEqual(same.parameters);
  expect(one.parameters).not.toEqual(other.parameters);
  expect(one.losses.every(({ loss }) => Number.isFinite(loss))).toBe(true);
});

it("lets each latent of an entity cost nothing below the free bits", { timeout: 120_000 }, async () => {
  const [plain, free] = await Promise.all([0, 50].map((freeBits) => fitCells(model, sequences, { steps: 1, freeBits }, Key.root(0))));
  // far below 50 nats all of them: β max(λ E, KL)/N = β λ E/N for each of 2 latents, β = .1 in the first step, E = 5, N = 144
  const floor = 0.1 * 2 * 50 * (5 / 144);
  const cost = free.losses[0].loss - plain.losses[0].loss;
  expect(cost).toBeLessThan(floor + 1e-6);
  expect(cost).toBeGreaterThan(0.9 * floor);
});

it("gives latents the released free bits, unless told", { timeout: 120_000 }, async () => {
  const [untold, released, none] = await Promise.all(
    [{}, { freeBits: 0.1175 }, { freeBits: 0 }].map((given) => fitCells(model, sequences, { steps: 50, batch: 2, learningRate: 1e-2, ...given }, Key.root(0))),
  );
  expect(untold.losses).toEqual(released.losses);
  expect(untold.losses).not.toEqual(none.losses);
});

it("refuses what it cannot train on", async () => {
  await expect(fitCells(model, sequences, { steps: 0 }, Key.root(0))).rejects.toThrow("steps must be an integer >= 1, got 0");
  await expect(fitCells(model, [], { steps: 1 }, Key.root(0))).rejects.toThrow("sequences must hold at least one, got none");
  await expect(fitCells(model, sequences, { steps: 1, horizon: 12 }, Key.root(0))).rejects.toThrow("sequences[0] must hold at least 13 lattices for horizon 12, got 12");
  await expect(fitCells(model, sequences, { steps: 1, augmentation: "rotation" as "permutation" }, Key.root(0))).rejects.toThrow('augmentation must be "permutation" or not given, got rotation');
  const rival = flatCells({ cells: 4, size: 10, hidden: 2 });
  await expect(fitCells(rival, sequences, { steps: 1 }, Key.root(0))).rejects.toThrow(new RangeError(`${rival.id} takes 10 sites along a side only, got 12`));
});
