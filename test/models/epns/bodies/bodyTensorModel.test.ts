import { beforeAll, expect, it } from "vitest";
import { bodyBatch } from "../../../../src/models/epns/bodies/bodyBatch.js";
import { advanceBodies } from "../../../../src/models/epns/bodies/bodyIncrements.js";
import { bodyKernel } from "../../../../src/models/epns/bodies/bodyKernel.js";
import { bodyTensorModel } from "../../../../src/models/epns/bodies/bodyTensorModel.js";
import { flatBodies } from "../../../../src/models/epns/bodies/flatBodies.js";
import { vectorScalar } from "../../../../src/models/epns/bodies/vectors/vectorScalar.js";
import { selectBackend } from "../../../../src/nn/backend.js";
import { exportOnnx } from "../../../../src/nn/engine/exportOnnx.js";
import { startWasmRuntime } from "../../../../src/nn/engine/runtime/wasmRuntime.js";
import { Key } from "../../../../src/random/key.js";
import { virialStart } from "../../../../src/simulators/particles/virialStart.js";
import { distance } from "../../../nn/engine/distance.js";
import { missing, titled } from "../../../nn/missingBackend.js";
import { SCALES } from "./stepError.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const parts = { scales: SCALES, bodies: 5, init: (key: Key) => virialStart(key.stream(), 5, 0.1) };

const models = [vectorScalar({ hidden: 8 }), flatBodies({ bodies: 5, hidden: 8 })];
it.skipIf(missing("onnx-wasm")).each(models)(titled("as an ONNX file in WebAssembly, steps as the kernel does: $id", "onnx-wasm"), async (model) => {
  const parameters = model.init(Key.root(0));
  const kernel = bodyKernel(model, { ...parts, parameters });
  const keys = [Key.root(1), Key.root(2), Key.root(3)];
  const [states, draws] = [keys.map((key) => kernel.init(key)), keys.map((key) => kernel.noise(key))];
  const { predict, inputs } = bodyTensorModel(model, { ...parts, parameters }, 3);
  const start = await startWasmRuntime();
  if (start.status !== "started") return expect.unreachable();
  const session = await start.runtime.loadModel(exportOnnx(predict, inputs));
  const { state, layers } = bodyBatch(states, draws, 5);
  const { next, increments } = await session.run({ state, noise: layers });
  await session.release();
  const expected = kernel.stepAll(states, draws);
  expect([next.shape, increments.shape]).toEqual([[3, 5, 7], [3, 5, 2, 3]]);
  expect(distance(next.data, expected.flatMap((row) => [...row]))).toBeLessThan(1e-5);
  expected.forEach((row, i) => expect(distance(advanceBodies(states[i], increments.data.subarray(i * 30, (i + 1) * 30), SCALES), row)).toBeLessThan(1e-5));
});

it("needs rows, bodies and the model's own parameters", () => {
  const model = vectorScalar({ hidden: 8 });
  const parameters = model.init(Key.root(0));
  for (const rows of [0, 1.5, NaN]) expect(() => bodyTensorModel(model, { ...parts, parameters }, rows)).toThrow(new RangeError(`rows must be an integer >= 1, got ${rows}`));
  expect(() => bodyTensorModel(model, { ...parts, parameters, bodies: 0 }, 1)).toThrow("bodies must be an integer >= 1, got 0");
  expect(() => bodyTensorModel(model, { ...parts, parameters: {} }, 1)).toThrow(RangeError);
  const flat = flatBodies({ bodies: 4, hidden: 8 });
  expect(() => bodyTensorModel(flat, { ...parts, parameters: flat.init(Key.root(0)) }, 1)).toThrow(new RangeError("flat-bodies(bodies=4, hidden=8) takes 4 bodies only, got 5"));
});
