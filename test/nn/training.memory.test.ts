import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { adamRates } from "../../src/nn/adam.js";
import { selectBackend } from "../../src/nn/backend.js";
import type { BackendName } from "../../src/nn/backendName.js";
import { eagerStepper } from "../../src/nn/eagerStepper.js";
import { compiledStepper } from "../../src/nn/engine/compiledStepper.js";
import { kernelRuntime } from "../../src/nn/engine/runtime/kernelRuntime.js";
import { startNativeRuntime } from "../../src/nn/engine/runtime/nativeRuntime.js";
import type { RuntimeStart, StepRuntime } from "../../src/nn/engine/runtime/stepRuntime.js";
import { startWasmRuntime } from "../../src/nn/engine/runtime/wasmRuntime.js";
import { mlp } from "../../src/nn/mlp.js";
import type { Stepper } from "../../src/nn/stepper.js";
import { tf } from "../../src/nn/tf.js";
import type { Objective } from "../../src/nn/trainingStep.js";
import { Key } from "../../src/random/key.js";
import { reals } from "./engine/agreement.js";
import { missing, titled } from "./missingBackend.js";

const [WARM_UP, STEPS, BLOCK] = [2000, 10_000, 2000];
const net = mlp({ inputs: 2, hidden: [256], outputs: 1 });
const start = net.init(Key.root(0));
const objective: Objective = (p, { x }) => tf.mean(tf.square(net.apply(p, x as tf.Tensor2D)));
/** Bytes of parameters and running means: what a leak of one state would cost in every step. */
const STATE = 3 * 4 * Object.values(start).reduce((sum, { data }) => sum + data.length, 0);

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

interface Held {
  readonly tensors: number;
  readonly buffers: number;
  /** What the backend holds, TensorFlow.js knowing of it or not. */
  readonly data: number;
  /** Bytes in JavaScript's heap, in the arrays that it knows of, and in the whole process. */
  readonly heap: number;
  readonly arrays: number;
  readonly process: number;
}

async function heldAfter(stepper: Stepper, from: number, to: number): Promise<Held> {
  const inputs = { x: reals([8, 2], "x") };
  for (let t = from; t < to; t++) {
    await stepper.step(inputs, adamRates(1e-3, 0, t + 1));
    if (t % 50 === 49) await stepper.losses();
  }
  for (let i = 0; i < 2; i++) {
    collectGarbage();
    await new Promise(setImmediate); // arrays that a native library made are freed by finalisers, in a turn of their own
  }
  const { numTensors, numDataBuffers } = tf.memory();
  const { heapUsed, arrayBuffers, external, rss } = process.memoryUsage();
  return { tensors: numTensors, buffers: numDataBuffers, data: tf.engine().backend.numDataIds(), heap: heapUsed, arrays: arrayBuffers + external, process: rss };
}

const compiled = (runtime: StepRuntime): Stepper => compiledStepper(start, objective, { decays: false, runtime });
async function withOnnx(starting: Promise<RuntimeStart>): Promise<Stepper> {
  const runtime = await starting;
  if (runtime.status !== "started") throw new Error("the runtime does not start");
  return compiled(runtime.runtime);
}
const STEPPERS: readonly (readonly [BackendName, string, () => Promise<Stepper>])[] = [
  ["tfjs-wasm", "tfjs-wasm, kernel by kernel", async () => eagerStepper(start, objective)],
  ["tfjs-wasm", "tfjs-wasm", async () => compiled(kernelRuntime())],
  ["onnx-native", "onnx-native", () => withOnnx(startNativeRuntime())],
  ["onnx-wasm", "onnx-wasm", () => withOnnx(startWasmRuntime())],
];

for (const [backend, name, make] of STEPPERS) it.skipIf(missing(backend))(titled(`training 10,000 steps takes no more memory than 2,000: ${name}`, backend), async () => {
  await selectBackend("tfjs-wasm");
  const stepper = await make();
  const held = [await heldAfter(stepper, 0, WARM_UP)];
  for (let from = WARM_UP; from < STEPS; from += BLOCK) held.push(await heldAfter(stepper, from, from + BLOCK));
  const [before, after] = [held[0], held[held.length - 1]];
  await stepper.dispose();
  const leak = (STEPS - WARM_UP) * STATE; // 98 MB
  expect([after.tensors, after.buffers, after.data]).toEqual([before.tensors, before.buffers, before.data]);
  expect(after.arrays - before.arrays).toBeLessThan(leak / 100);
  expect(after.heap - before.heap).toBeLessThan(leak / 10);
  // A process grows now and then for reasons of its own; a leak shows in every block of steps.
  const growth = held.slice(1).map((own, i) => own.process - held[i].process);
  expect(Math.min(...growth)).toBeLessThan((BLOCK * STATE) / 2);
}, 180_000);
