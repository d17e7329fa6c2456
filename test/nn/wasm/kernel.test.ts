import { beforeAll, expect, it } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { chain, filled } from "../../../src/nn/wasm/kernel.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";
import { held } from "./wasmAgreement.js";

const read = ({ dataId }: tf.TensorInfo): unknown => tf.engine().backend.readSync(dataId);

beforeAll(async () => {
  tf.enableProdMode();
  await startWasmBackend();
});

it("fills a tensor from others, also where the memory grows for it", () => {
  const x = tf.tensor1d([3, 1, 2]);
  const big = filled(tf.engine().backend, { shape: [2 ** 23], dtype: "int32" }, [x], (output, x) => output.fill(7).set(x));
  expect([...(read(big) as Int32Array).subarray(0, 4)]).toEqual([3, 1, 2, 7]);
  tf.engine().backend.disposeData(big.dataId);
  x.dispose();
});

it("runs kernels one after the other, and keeps the result alone", () => {
  const x = tf.tensor1d([-3, 2]);
  const before = held();
  const y = chain(tf.engine().backend, (run) => run("Square", { x: run("Relu", { x: run("Neg", { x }, {}) }, {}) }, {}));
  expect(read(y)).toEqual(Float32Array.of(9, 0));
  tf.engine().backend.disposeData(y.dataId);
  expect(held()).toEqual(before);
  x.dispose();
});
