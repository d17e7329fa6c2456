import { beforeAll, expect, it } from "vitest";
import { cellKernel } from "../../../../src/models/epns/cells/cellKernel.js";
import { logitInputs } from "../../../../src/models/epns/cells/cellLogits.js";
import { cellTensorModel } from "../../../../src/models/epns/cells/cellTensorModel.js";
import { crowdModel } from "../../../../src/models/epns/cells/crowdModel.js";
import { flatCells } from "../../../../src/models/epns/cells/rivals/flatCells.js";
import { indexedCrowd } from "../../../../src/models/epns/cells/rivals/indexedCrowd.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { exportOnnx } from "../../../../src/nn/engine/exportOnnx.js";
import { startWasmRuntime } from "../../../../src/nn/engine/runtime/wasmRuntime.js";
import { Key } from "../../../../src/random/key.js";
import { cellularPotts } from "../../../../src/simulators/lattice/cellularPotts.js";
import { missing, titled } from "../../../nn/missingBackend.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const [size, cells] = [12, 2];
const [entities, sites] = [cells + 1, size * size];
const potts = cellularPotts({ size, cells });
const models = [crowdModel({ hidden: 4, rounds: 1 }), indexedCrowd({ cells, hidden: 4, rounds: 1 }), flatCells({ cells, size, hidden: 4 })];

it.skipIf(missing("onnx-wasm")).each(models)(titled("as an ONNX file in WebAssembly, steps as the kernel does: $id", "onnx-wasm"), async (model) => {
  const parameters = model.init(Key.root(0));
  const kernel = cellKernel(model, { parameters, size, cells, init: (key) => potts.init(key) });
  const lattices = [1, 2, 3].map((seed) => potts.init(Key.root(seed)));
  const draws = lattices.map((_, b) => kernel.noise(Key.root(b)));
  const { predict, inputs } = cellTensorModel(model, { parameters, size, cells }, 3);
  const start = await startWasmRuntime();
  if (start.status !== "started") return expect.unreachable();
  const session = await start.runtime.loadModel(exportOnnx(predict, inputs));
  const gumbel = { data: Float32Array.from(draws.flatMap((noise) => [...noise.gumbel])), shape: [3, entities, size, size] };
  const { next, logits } = await session.run({ ...logitInputs(lattices, draws.map(({ latents }) => latents)), gumbel });
  await session.release();
  expect([next.shape, logits.shape]).toEqual([[3, entities, size, size], [3, entities, size, size]]);
  // A site whose two best sums differ by less than float32 rounding may fall either way: one of 432 would be chance already.
  let differing = 0;
  kernel.stepAll(lattices, draws).forEach(({ ids }, b) =>
    ids.forEach((id, site) => {
      const found = Array.from({ length: entities }, (_, e) => next.data[(b * entities + e) * sites + site]);
      expect(found.filter((value) => value === 0)).toHaveLength(cells);
      if (found[id] !== 1) differing++;
    }),
  );
  expect(differing).toBeLessThanOrEqual(1);
});

it("needs rows, sizes that the model takes, and the model's own parameters", () => {
  const model = crowdModel({ hidden: 4, rounds: 1 });
  const parts = { parameters: model.init(Key.root(0)), size, cells };
  for (const rows of [0, 1.5, NaN]) expect(() => cellTensorModel(model, parts, rows)).toThrow(new RangeError(`rows must be an integer >= 1, got ${rows}`));
  expect(() => cellTensorModel(model, { ...parts, cells: 0 }, 1)).toThrow("cells must be an integer >= 1, got 0");
  expect(() => cellTensorModel(model, { ...parts, size: 2.5 }, 1)).toThrow("size must be an integer >= 1, got 2.5");
  expect(() => cellTensorModel(model, { ...parts, parameters: {} }, 1)).toThrow(RangeError);
  const flat = flatCells({ cells: 3, size, hidden: 4 });
  expect(() => cellTensorModel(flat, { ...parts, parameters: flat.init(Key.root(0)) }, 1)).toThrow("takes 3 cells only, got 2");
});
