import { expect, it } from "vitest";
import { selectBackend } from "../../../../src/nn/backend.js";
import { compile } from "../../../../src/nn/engine/compile.js";
import { eagerly } from "../../../../src/nn/engine/eagerly.js";
import { startNativeRuntime } from "../../../../src/nn/engine/runtime/nativeRuntime.js";
import type { OnnxRuntime } from "../../../../src/nn/engine/runtime/stepRuntime.js";
import { startWasmRuntime } from "../../../../src/nn/engine/runtime/wasmRuntime.js";
import { tensorSpecs } from "../../../../src/nn/engine/tensorSpecs.js";
import type { TensorFunction } from "../../../../src/nn/engine/trace.js";
import { tf } from "../../../../src/nn/tf.js";
import { missing, titled } from "../../missingBackend.js";
import { distance, reals } from "../agreement.js";

it.skipIf(missing("onnx-wasm"))(titled("runs a compiled function in WebAssembly, and leaves the process's error handlers alone", "onnx-wasm"), async () => {
  const start = await startWasmRuntime();
  if (start.status !== "started") return expect.unreachable();
  await selectBackend("tfjs-cpu");
  const handlers = (): unknown[] => ["uncaughtException", "unhandledRejection"].map((event) => process.rawListeners(event));
  const before = handlers();
  const f: TensorFunction = ({ x, w }) => ({ y: tf.softmax(tf.matMul(x, w)), dw: tf.grad((w) => tf.sum(tf.sigmoid(tf.matMul(x, w))))(w) });
  const inputs = { x: reals([5, 7], "x"), w: reals([7, 3], "w") };
  const compiled = await compile(f, tensorSpecs(inputs), start.runtime);
  const [actual, expected] = [await compiled.run(inputs, { y: reals([5, 3], "place") }), eagerly(f, inputs)];
  await compiled.release();
  for (const name of ["y", "dw"]) expect(distance(actual[name].data, expected[name].data)).toBeLessThan(1e-5);
  expect(handlers()).toEqual(before);
});

it.skipIf(missing("onnx-wasm"))(titled("is WebAssembly also where the native library is loaded: that one writes in place, this one does not", "onnx-wasm"), async () => {
  const [native, start] = [await startNativeRuntime(), await startWasmRuntime()];
  if (start.status !== "started") return expect.unreachable();
  const x = reals([3], "x");
  const inPlace = async (runtime: OnnxRuntime): Promise<boolean> => {
    const f = await compile(({ x }) => ({ y: tf.neg(x) }), tensorSpecs({ x }), runtime);
    const place = { data: new Float32Array(3), shape: [3] };
    const { y } = await f.run({ x }, { y: place });
    await f.release();
    expect(y.data).toEqual(x.data.map((v) => -v));
    return place.data[0] !== 0;
  };
  expect(await inPlace(start.runtime)).toBe(false);
  if (native.status === "started") expect(await inPlace(native.runtime)).toBe(true);
});

it.skipIf(missing("onnx-wasm"))(titled("computes on one thread: computing time is wall time", "onnx-wasm"), async () => {
  const start = await startWasmRuntime();
  if (start.status !== "started") return expect.unreachable();
  const inputs = { x: reals([192, 192], "x") };
  const compiled = await compile(({ x }) => ({ y: tf.tanh(tf.matMul(x, x)) }), tensorSpecs(inputs), start.runtime);
  const hrtime = (): number => Number(process.hrtime.bigint()) / 1e6;
  const shares: number[] = [];
  // V8 compiles and collects beside the main thread, for a moment or, on a busy machine, for seconds; a second thread that
  // computes, or waits by spinning, makes it 2
  for (let i = 0; i < 6; i++) {
    const [wall, cpu] = [hrtime(), process.cpuUsage()];
    while (hrtime() - wall < 250) await compiled.run(inputs);
    const { user, system } = process.cpuUsage(cpu);
    shares.push((user + system) / 1e3 / (hrtime() - wall));
  }
  await compiled.release();
  expect(Math.min(...shares)).toBeLessThan(1.5);
});

it("is absent where the package is not installed", async () => {
  expect(await startWasmRuntime("file:///nowhere/user.js")).toEqual({ status: "absent" });
});
