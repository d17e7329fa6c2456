import { beforeAll, expect, it } from "vitest";
import { cellBound } from "../../../../src/models/epns/cells/cellBound.js";
import { cellFields } from "../../../../src/models/epns/cells/cellFields.js";
import type { CellModel } from "../../../../src/models/epns/cells/cellModel.js";
import { crowdModel } from "../../../../src/models/epns/cells/crowdModel.js";
import { boundLoss } from "../../../../src/models/epns/boundLoss.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { train } from "../../../../src/nn/training.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { normal } from "../../../../src/random/normal.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const lattice = { size: 3, ids: new Int16Array([0, 1, 1, 0, 2, 2, 0, 0, 0]), types: new Uint8Array([0, 2, 1]) };

it("is log(1/E) at every site where logits are equal, and the divergence of all entities is spread over the sites", () => {
  const law = (mean: number) => ({ mean: tf.fill([1, 3, 2], mean), logScale: tf.zeros([1, 3, 2]) });
  const model: CellModel = {
    id: "plain",
    latents: 2,
    init: () => ({}),
    forward: () => ({}),
    prior: () => law(0),
    posterior: () => law(1),
    decode: () => tf.fill([1, 3, 3, 3], 7),
  };
  tf.tidy(() => {
    const fields = upload(cellFields([lattice]));
    const { fit, divergence } = cellBound(model, {}, { ...fields, target: fields.occupancy, latents: tf.zeros([1, 3, 2]) });
    expect(fit.dataSync()[0]).toBeCloseTo(-Math.log(3), 5);
    divergence.dataSync().forEach((value) => expect(value).toBeCloseTo((3 * 0.5) / 9, 5));
  });
});

it("can be trained by descent: after 40 steps the loss is lower", async () => {
  const model = crowdModel({ hidden: 4, latents: 2 });
  const kernel = cellularPotts({ size: 12, cells: 4, monteCarloSteps: 1 });
  const states = Array.from({ length: 4 }, (_, i) => kernel.init(Key.root(i)));
  const { occupancy, kinds } = cellFields(states);
  const target = cellFields(states.map((state, i) => kernel.step(Key.root(i).fold("step"), state))).occupancy;
  const { losses } = await train({
    parameters: model.init(Key.root(0)),
    objective: (p, inputs) => boundLoss(cellBound(model, p, inputs), tf.scalar(1)),
    steps: 51,
    learningRate: () => 1e-2,
    inputs: (step) => {
      const stream = Key.root(step).stream();
      return { occupancy, kinds, target, latents: { data: Float32Array.from({ length: 40 }, () => normal(stream)), shape: [4, 5, 2] } };
    },
  });
  // equal logits cost log 5 = 1.6 nats at each site; most sites stay as they are
  expect(losses.at(-1)!.loss).toBeLessThan(1);
});
