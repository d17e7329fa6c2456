import { beforeAll, expect, it } from "vitest";
import { cellFields } from "../../../../src/models/epns/cells/cellFields.js";
import { crowdModel, type CrowdModelOptions } from "../../../../src/models/epns/cells/crowdModel.js";
import { drawLatticeSymmetry } from "../../../../src/models/epns/groups/latticeSymmetry.js";
import { moveFields } from "../../../../src/models/epns/groups/moveFields.js";
import { moveLattice } from "../../../../src/models/epns/groups/moveLattice.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import type { CellLattice } from "../../../../src/simulators/lattice/cellLattice.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";
import { farLogits } from "./rivals/farLogits.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const SIZES = { hidden: 4, latents: 3 };
const [size, cells] = [12, 4];

function logits(options: CrowdModelOptions, lattice: CellLattice): Float32Array {
  const model = crowdModel(options);
  return tf.tidy(() => {
    const p = upload(model.init(Key.root(0)));
    const hidden = model.forward(p, upload(cellFields([lattice])));
    return model.decode(p, hidden, model.prior(p, hidden).mean).dataSync<"float32">().slice();
  });
}

it.each([["periodic", true], ["zero", false]] as const)("with %s padding, logits commute with S_cells × torus translations: %s", (padding, commutes) => {
  const lattice = cellularPotts({ size, cells }).init(Key.root(1));
  for (let seed = 0; seed < 5; seed++) {
    const g = { ...drawLatticeSymmetry(Key.root(seed).stream(), cells, size), shift: [5, 7] as const };
    const [found, moved] = [logits({ ...SIZES, padding }, moveLattice(g, lattice)), moveFields(g, logits({ ...SIZES, padding }, lattice), size)];
    const error = Math.hypot(...found.map((value, i) => value - moved[i])) / Math.hypot(...moved);
    if (commutes) expect(error).toBeLessThan(1e-4);
    else expect(error).toBeGreaterThan(1e-4);
  }
});

it("has laws of one vector for each entity", () => {
  const model = crowdModel(SIZES);
  tf.tidy(() => {
    const p = upload(model.init(Key.root(0)));
    const fields = upload(cellFields([cellularPotts({ size, cells }).init(Key.root(1))]));
    const hidden = model.forward(p, fields);
    for (const { mean, logScale } of [model.prior(p, hidden), model.posterior(p, hidden, fields.occupancy)]) {
      expect([mean.shape, logScale.shape]).toEqual([[1, cells + 1, 3], [1, cells + 1, 3]]);
    }
  });
});

it("knows a cell's volume wherever it looks, also beyond its convolutions", () => {
  const { small, large } = farLogits(crowdModel({ ...SIZES, rounds: 1 }));
  expect(Math.abs(large - small)).toBeGreaterThan(1e-5);
});

it("refuses a padding that is none", () => {
  expect(() => crowdModel({ padding: "zeros" as "zero" })).toThrow(new RangeError('padding must be "periodic" or "zero", got zeros'));
});

it("refuses a number of rounds that is no integer >= 1", () => {
  expect(() => crowdModel({ rounds: 0 })).toThrow(new RangeError("rounds must be an integer >= 1, got 0"));
});
