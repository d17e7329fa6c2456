import { expect } from "vitest";
import { eagerly } from "../../../src/nn/engine/eagerly.js";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import type { HostTensors } from "../../../src/nn/hostTensor.js";
import { tf } from "../../../src/nn/tf.js";
import { mendKernels } from "../../../src/nn/wasm/mendKernels.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { distance } from "../engine/distance.js";

/** What the active backend holds. */
export const held = (): number[] => [tf.memory().numTensors, tf.memory().numDataBuffers, tf.engine().backend.numDataIds()];

/** The outputs of a function on a backend, which holds afterwards what it held before. */
export async function on(backend: "wasm" | "cpu", f: TensorFunction, inputs: HostTensors): Promise<HostTensors> {
  await tf.setBackend(backend);
  const before = held();
  const outputs = eagerly(f, inputs);
  expect(held()).toEqual(before);
  return outputs;
}

/** The mended WASM backend gives what the cpu backend gives, which is the active one afterwards. */
export async function expectWasmAgreement(f: TensorFunction, inputs: HostTensors, tolerance = 1e-5): Promise<void> {
  tf.enableProdMode();
  await startWasmBackend();
  mendKernels();
  const actual = await on("wasm", f, inputs);
  const expected = await on("cpu", f, inputs);
  for (const [name, { data, shape }] of Object.entries(expected)) {
    expect([name, ...actual[name].shape]).toEqual([name, ...shape]);
    expect([name, distance(actual[name].data, data) <= tolerance, distance(actual[name].data, data)]).toEqual([name, true, expect.anything()]);
  }
}
