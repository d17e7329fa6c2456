import fc from "fast-check";
import { expect, TestRunner } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { compile } from "../../../src/nn/engine/compile.js";
import { eagerly } from "../../../src/nn/engine/eagerly.js";
import { kernelRuntime } from "../../../src/nn/engine/runtime/kernelRuntime.js";
import { startNativeRuntime } from "../../../src/nn/engine/runtime/nativeRuntime.js";
import type { OnnxRuntime } from "../../../src/nn/engine/runtime/stepRuntime.js";
import { startWasmRuntime } from "../../../src/nn/engine/runtime/wasmRuntime.js";
import { tensorSpecs } from "../../../src/nn/engine/tensorSpecs.js";
import type { TensorFunction } from "../../../src/nn/engine/trace.js";
import type { HostTensor, HostTensors } from "../../../src/nn/hostTensor.js";
import { tf } from "../../../src/nn/tf.js";
import { Key } from "../../../src/random/key.js";
import { missingRuntime } from "../missingBackend.js";
import { expectWasmAgreement, on } from "../wasm/wasmAgreement.js";
import { distance } from "./distance.js";

export { distance };

/** The native runtime, and where it is not installed the other one; none where neither is. */
async function runtimeIfAny(): Promise<OnnxRuntime | undefined> {
  const native = await startNativeRuntime();
  const start = native.status === "absent" ? await startWasmRuntime() : native;
  if (start.status === "broken") throw new Error(`a runtime is installed, but it does not load: ${start.reason}`);
  return start.status === "started" ? start.runtime : undefined;
}

/** A runtime; where none is installed, a test that loads a model into it is skipped, and says why. */
export async function someRuntime(): Promise<OnnxRuntime> {
  const skipped = async (): Promise<never> => skipTest(missingRuntime!);
  return (await runtimeIfAny()) ?? { name: "onnx-native", paysAfter: 1, load: skipped, loadModel: skipped };
}

function skipTest(why: string): never {
  const test = TestRunner.getCurrentTest();
  if (test?.result === undefined) throw new Error(why);
  Object.assign(test.result, { note: why });
  return test.context.skip(why);
}

/** Numbers in (low, high), float32 of the given shape, named by a label. */
export function reals(shape: readonly number[], label: string | number, low = -2, high = 2): HostTensor {
  const stream = Key.root(11).fold(label).stream();
  return { data: Float32Array.from({ length: sizeOf(shape) }, () => low + (high - low) * stream.uniform()), shape };
}

/** Integers in low … high − 1, int32 of the given shape, named by a label. */
export function integers(shape: readonly number[], label: string | number, low: number, high: number): HostTensor {
  const stream = Key.root(12).fold(label).stream();
  return { data: Int32Array.from({ length: sizeOf(shape) }, () => low + Math.floor((high - low) * stream.uniform())), shape };
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((n, extent) => n * extent, 1);

/** A kernel as TensorFlow.js calls it; every result if it has several. */
export function kernel(name: string, inputs: Record<string, tf.Tensor> | tf.Tensor[], attrs: object = {}): tf.Tensor {
  return tf.engine().runKernel(name, inputs as unknown as tf.NamedTensorMap, attrs as tf.NamedAttrMap);
}

/**
 * The mended WASM backend, and the compiled function where a runtime loads, give what the cpu backend gives; compiled,
 * also shapes and types.
 */
export async function expectAgreement(f: TensorFunction, inputs: HostTensors, tolerance = 1e-5): Promise<void> {
  await selectBackend("tfjs-cpu");
  await expectWasmAgreement(f, inputs, tolerance).catch(allowChannelsLast);
  await expectSameBits(f, inputs);
  const types: Record<string, string> = {};
  const expected = eagerly((given) => {
    const outputs = f(given);
    for (const [name, { dtype }] of Object.entries(outputs)) types[name] = dtype;
    return outputs;
  }, inputs);
  const runtime = await runtimeIfAny();
  if (runtime === undefined) return;
  const compiled = await compile(f, tensorSpecs(inputs), runtime);
  const actual = await compiled.run(inputs);
  await compiled.release();
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, { data, shape }] of Object.entries(expected)) {
    expect([name, ...actual[name].shape]).toEqual([name, ...shape]);
    expect([name, actual[name].data.constructor]).toEqual([name, types[name] === "float32" ? Float32Array : Int32Array]);
    expect([name, distance(actual[name].data, data) <= tolerance, distance(actual[name].data, data)]).toEqual([name, true, expect.anything()]);
  }
}

/** Recorded kernels of the WASM backend give what they give when they are called as they come, and leave nothing behind. */
async function expectSameBits(f: TensorFunction, inputs: HostTensors): Promise<void> {
  const expected = await on("wasm", f, inputs).catch(allowChannelsLast);
  if (expected === undefined) return;
  const before = tf.engine().backend.numDataIds();
  const replayed = await compile(f, tensorSpecs(inputs), kernelRuntime());
  for (let again = 0; again < 2; again++) expect(bits(await replayed.run(inputs))).toEqual(bits(expected));
  await replayed.release();
  expect(tf.engine().backend.numDataIds()).toBe(before);
  await tf.setBackend("cpu");
}

const bits = (tensors: HostTensors): unknown => Object.entries(tensors).map(([name, { data, shape }]) => [name, Array.from(data), [...shape]]);

/** The WASM backend says what it does not support. */
async function allowChannelsLast(error: unknown): Promise<void> {
  if (!String(error).includes("does not support dataFormat:'channelsFirst'")) throw error;
  await tf.setBackend("cpu");
}

/** Check a property of random cases; runs are few, since each compiles a graph. */
export async function forAll<T>(cases: fc.Arbitrary<T>, check: (one: T) => Promise<void>, numRuns = 12): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, check), { seed: 1, numRuns });
}

/** Shapes of rank 0 to 4 with extents of 1 to 4. */
export const anyShape = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

/** A shape, and one that broadcasts with it. */
export const broadcastShapes = anyShape.chain((shape) =>
  fc.record({
    a: fc.constant(shape),
    b: fc.tuple(fc.nat(shape.length), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })).map(([drop, ones]) => shape.map((extent, i) => (ones[i] ? 1 : extent)).slice(drop)),
  }),
);
