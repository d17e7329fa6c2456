import { beforeAll, expect, it } from "vitest";
import { cellBound } from "../../../../src/models/epns/cells/cellBound.js";
import { cellWindows } from "../../../../src/models/epns/cells/cellWindows.js";
import { crowdModel } from "../../../../src/models/epns/cells/crowdModel.js";
import { sampledOccupancy } from "../../../../src/models/epns/cells/sampledOccupancy.js";
import { unrolledCellBound } from "../../../../src/models/epns/cells/unrolledCellBound.js";
import { noiseTensor } from "../../../../src/nn/noiseTensor.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { upload } from "../../../../src/nn/hostTensor.js";
import { tf } from "../../../../src/nn/tf.js";
import { gumbel } from "../../../../src/random/gumbel.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const model = crowdModel({ hidden: 3, latents: 2, rounds: 1 });
const sequence = trajectory(cellularPotts({ size: 10, cells: 2 }), Key.root(0), 3);
const key = Key.root(1);

it("bounds each step from where the model's own draw has led", () => {
  tf.tidy(() => {
    const p = upload(model.init(key));
    const inputs = upload({
      ...cellWindows([sequence], 2).batch([0]),
      "latents/0": noiseTensor(key.fold(0), [1, 3, 2]),
      "latents/1": noiseTensor(key.fold(1), [1, 3, 2]),
      "gumbel/0": noiseTensor(key.fold(2), [1, 3, 10, 10], gumbel),
    });
    const { kinds } = inputs;
    const first = cellBound(model, p, { ...inputs, kinds, target: inputs["target/0"], latents: inputs["latents/0"] });
    const occupancy = sampledOccupancy(first.logits, inputs["gumbel/0"]);
    const second = cellBound(model, p, { occupancy, kinds, target: inputs["target/1"], latents: inputs["latents/1"] });
    const { fit, divergence } = unrolledCellBound(model, p, inputs, 2);
    expect([...fit.dataSync()]).toEqual([first, second].map((bound) => bound.fit.dataSync()[0]));
    expect([...divergence.dataSync()]).toEqual([first, second].flatMap((bound) => [...bound.divergence.dataSync()]));
    expect(unrolledCellBound(model, p, inputs, 1).fit.dataSync()).toEqual(first.fit.dataSync());
  });
});
