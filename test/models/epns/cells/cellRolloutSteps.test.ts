import { beforeAll, expect, it } from "vitest";
import { type CellKernel, cellKernel } from "../../../../src/models/epns/cells/cellKernel.js";
import { cellRolloutSteps } from "../../../../src/models/epns/cells/cellRolloutSteps.js";
import { crowdModel } from "../../../../src/models/epns/cells/crowdModel.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";
import { rolloutEnsemble } from "../../../../src/simulators/rolloutEnsemble.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const [size, cells] = [12, 2];
const potts = cellularPotts({ size, cells });
const model = crowdModel({ hidden: 4, rounds: 1 });
const parameters = model.init(Key.root(0));
const kernel = cellKernel(model, { parameters, size, cells, init: (key) => potts.init(key) });
const [start, other] = [potts.init(Key.root(1)), potts.init(Key.root(2))];

it("rolls out as the kernel steps, each rollout under its own noise", async () => {
  const ensemble = await rolloutEnsemble(cellRolloutSteps(kernel), [start, other], { rollouts: 2, steps: 1 }, Key.root(3));
  expect(ensemble[1][0].states[0]).toEqual(kernel.step(Key.root(3).fold(1).fold(0).fold(0), other));
  expect(ensemble[1][1].states[0].ids).not.toEqual(ensemble[1][0].states[0].ids);
});

it("without noise all rollouts from a lattice are one", async () => {
  const [[a, b]] = await rolloutEnsemble(cellRolloutSteps(kernel, { noise: "none" }), [start], { rollouts: 2, steps: 2 }, Key.root(3));
  expect(b).toEqual(a);
});

it("with the noise of latents alone, rollouts differ, and each site goes to the likeliest entity given them", async () => {
  const steps = cellRolloutSteps(kernel, { noise: "latents" });
  const [next] = await steps.stepAll([start], [Key.root(5)]);
  const { latents, gumbel } = kernel.noise(Key.root(5));
  expect(next).toEqual(kernel.stepWithNoise(start, { latents, gumbel: gumbel.map(() => 0) }));
  expect(next.ids).not.toEqual(kernel.stepWithNoise(start, { latents, gumbel }).ids);
  const loud = { ...kernel, noise: (key: Key) => ({ latents: kernel.noise(key).latents.map((z) => 30 * z), gumbel }) };
  const [a, b] = await cellRolloutSteps(loud, { noise: "latents" }).stepAll([start, start], [Key.root(6), Key.root(7)]);
  expect(a.ids).not.toEqual(b.ids);
});

it("a cell that loses its last site ends its rollout and no other", async () => {
  const hungry: CellKernel = {
    ...kernel,
    compiled: () => ({
      stepAll: (lattices) =>
        Promise.resolve(lattices.map((lattice) => (lattice.types === other.types ? { ...lattice, ids: lattice.ids.map((id) => (id === 1 ? 0 : id)) } : lattice))),
      release: () => Promise.resolve(),
    }),
  };
  const [[kept], [lost]] = await rolloutEnsemble(cellRolloutSteps(hungry), [start, other], { rollouts: 1, steps: 3 }, Key.root(4));
  expect([kept.isStable, kept.states.length]).toEqual([true, 3]);
  expect([lost.isStable, lost.states.length]).toEqual([false, 0]);
});
