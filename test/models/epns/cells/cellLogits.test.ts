import { afterAll, beforeAll, expect, it } from "vitest";
import { cellKernel } from "../../../../src/models/epns/cells/cellKernel.js";
import { cellLogits, logitInputs } from "../../../../src/models/epns/cells/cellLogits.js";
import { crowdModel } from "../../../../src/models/epns/cells/crowdModel.js";
import { runtimeInUse, selectBackend } from "../../../../src/nn/backend.js";
import { eagerly } from "../../../../src/nn/engine/eagerly.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";

beforeAll(() => selectBackend());

const [size, cells] = [12, 2];
const potts = cellularPotts({ size, cells });
const model = crowdModel({ hidden: 4, rounds: 1 });
const parameters = model.init(Key.root(0));
const kernel = cellKernel(model, { parameters, size, cells, init: (key) => potts.init(key) });
const lattices = [1, 2, 3].map((seed) => potts.init(Key.root(seed)));
const latents = lattices.map((_, b) => kernel.noise(Key.root(b)).latents);

it("fills a batch up with the last lattice, which changes no logit", () => {
  const own = eagerly(cellLogits(model, parameters), logitInputs(lattices, latents)).logits;
  const filled = eagerly(cellLogits(model, parameters), logitInputs(lattices, latents, 5)).logits;
  expect([own.shape, filled.shape]).toEqual([[3, 3, size, size], [5, 3, size, size]]);
  filled.data.forEach((logit, at) => expect(logit).toBeCloseTo(own.data[at < own.data.length ? at : own.data.length - own.data.length / 3 + (at % (own.data.length / 3))], 5));
});

// A runtime there must be, else this says nothing of compiled steps; where there is none they are the eager ones.
const steps = kernel.compiled(2);
afterAll(() => steps.release());

it("compiled, draws the lattices that it draws eagerly", async () => {
  const noise = lattices.map((_, b) => kernel.noise(Key.root(b)));
  const [found, expected] = [await steps.stepAll(lattices, noise), kernel.stepAll(lattices, noise)];
  // A site whose two best sums differ by less than float32 rounding may fall either way: one of 432 would be chance already.
  const differing = found.reduce((sum, { ids }, b) => sum + ids.filter((id, site) => id !== expected[b].ids[site]).length, 0);
  expect(differing).toBeLessThanOrEqual(runtimeInUse() === undefined ? 0 : 1);
});
