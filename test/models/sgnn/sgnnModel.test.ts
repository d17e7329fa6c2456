import { beforeAll, describe, expect, it } from "vitest";
import { absoluteError } from "../../../src/models/sgnn/absoluteError.js";
import { crossEntropy } from "../../../src/models/sgnn/crossEntropy.js";
import type { Loss } from "../../../src/models/sgnn/loss.js";
import { pinball } from "../../../src/models/sgnn/pinball.js";
import { sgnn, type SgnnState } from "../../../src/models/sgnn/sgnn.js";
import { sgnnModel } from "../../../src/models/sgnn/sgnnModel.js";
import { squaredError } from "../../../src/models/sgnn/squaredError.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { exportOnnx } from "../../../src/nn/engine/exportOnnx.js";
import { startWasmRuntime } from "../../../src/nn/engine/runtime/wasmRuntime.js";
import { mlp } from "../../../src/nn/mlp.js";
import { Key } from "../../../src/random/key.js";
import { distance } from "../../nn/engine/agreement.js";
import { missing, titled } from "../../nn/missingBackend.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const stateOf = (outputs: number): SgnnState => ({
  hidden: [8, 6],
  parameters: mlp({ inputs: 2, hidden: [8, 6], outputs }).init(Key.root(0)),
  features: { mean: Float64Array.of(2, -1), scale: Float64Array.of(5, 0.5) },
  outputs: { mean: new Float64Array(outputs).fill(3), scale: new Float64Array(outputs).fill(2) },
  losses: [],
});
const xs = Array.from({ length: 7 }, (_, i) => i - 2);
const LOSSES: readonly (readonly [Loss, number])[] = [[squaredError, 1], [absoluteError, 2], [pinball([0.1, 0.9]), 2], [crossEntropy(3), 3]];
const named = LOSSES.map(([loss, outputs]) => [loss.id, loss, outputs] as const);

describe("sgnnModel", () => {
  it.skipIf(missing("onnx-wasm")).each(named)(titled("as an ONNX file in WebAssembly, predicts what the net predicts: %s", "onnx-wasm"), async (_, loss, outputs) => {
    const features = (x: number): number[] => [x, Math.sin(x)];
    const problem = { simulator: { id: "none", prior: { sample: () => 0 }, simulate: () => 0 }, features, target: () => 0, loss };
    const state = stateOf(outputs);
    const expected = sgnn(problem, state).predict(xs);
    const { predict, inputs } = sgnnModel(state, loss, xs.length);
    const start = await startWasmRuntime();
    if (start.status !== "started") return expect.unreachable();
    const session = await start.runtime.loadModel(exportOnnx(predict, inputs));
    const { prediction } = await session.run({ features: { data: Float32Array.from(xs.flatMap(features)), shape: [7, 2] } });
    await session.release();
    expect(prediction.shape).toEqual([7, outputs]);
    expect(distance(prediction.data, expected.flatMap((row) => [...row]))).toBeLessThan(1e-6);
  });

  it("needs rows", () => {
    for (const rows of [0, 1.5, NaN]) expect(() => sgnnModel(stateOf(1), squaredError, rows)).toThrow(`rows must be an integer ≥ 1, got ${rows}`);
  });
});
