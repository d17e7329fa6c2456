import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { missing, titled } from "./missingBackend.js";

/** One choice per process, so every test takes a fresh copy of the module. */
async function freshSelect(): Promise<(name?: string) => Promise<{ name: string; note?: string }>> {
  vi.resetModules();
  return (await import("../../src/nn/backend.js")).selectBackend;
}

beforeEach(() => vi.stubEnv("SIMVERDICT_BACKEND", ""));
afterEach(() => vi.unstubAllEnvs());

describe("selectBackend", () => {
  it("takes the named backend, silently", async () => {
    const spies = (["log", "warn", "error", "info"] as const).map((level) => vi.spyOn(console, level));
    const { tf } = await import("../../src/nn/tf.js");
    for (const [name, backend] of [["tfjs-cpu", "cpu"], ["tfjs-wasm", "wasm"]]) {
      expect(await (await freshSelect())(name)).toEqual({ name });
      expect(tf.getBackend()).toBe(backend);
      expect(tf.tidy(() => tf.relu(tf.tensor1d([-1, 2])).dataSync()[1])).toBe(2);
    }
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  it("takes the environment's backend where none is named, and the argument before it", async () => {
    vi.stubEnv("SIMVERDICT_BACKEND", "tfjs-cpu");
    expect((await (await freshSelect())()).name).toBe("tfjs-cpu");
    expect((await (await freshSelect())("tfjs-wasm")).name).toBe("tfjs-wasm");
  });

  it.skipIf(missing("onnx-native"))(titled("takes native ONNX Runtime unless told otherwise, with TensorFlow.js on WebAssembly beside it", "onnx-native"), async () => {
    const select = await freshSelect();
    const { runtimeInUse } = await import("../../src/nn/backend.js");
    expect(runtimeInUse()).toBeUndefined();
    expect(await select()).toEqual({ name: "onnx-native" });
    expect(runtimeInUse()?.name).toBe("onnx-native");
    const { tf } = await import("../../src/nn/tf.js");
    expect(tf.getBackend()).toBe("wasm");
  });

  it.skipIf(missing("onnx-wasm"))(titled("takes ONNX Runtime in WebAssembly where it is named", "onnx-wasm"), async () => {
    expect(await (await freshSelect())("onnx-wasm")).toEqual({ name: "onnx-wasm" });
    expect((await import("../../src/nn/backend.js")).runtimeInUse()?.name).toBe("onnx-wasm");
  });

  it("falls back to what loads, and says in one line what does not", async () => {
    const absent = { status: "absent" };
    const broken = (reason: string) => ({ status: "broken", reason });
    const cases = [
      [absent, absent, absent, "tfjs-wasm", "onnxruntime-node is not installed: using tfjs-wasm"],
      [broken("no binding"), absent, absent, "tfjs-wasm", "onnxruntime-node did not load (no binding): using tfjs-wasm"],
      [absent, broken("too old"), { status: "started", runtime: {} }, "onnx-wasm", "onnxruntime-node is not installed, @tensorflow/tfjs-node did not load (too old): using onnx-wasm"],
      [absent, absent, broken("no memory"), "tfjs-wasm", "onnxruntime-node is not installed, onnxruntime-web did not load (no memory): using tfjs-wasm"],
      [absent, { status: "started" }, absent, "tensorflow", "onnxruntime-node is not installed: using tensorflow"],
    ] as const;
    for (const [native, tensorflow, wasm, name, note] of cases) {
      vi.doMock("../../src/nn/engine/runtime/nativeRuntime.js", () => ({ startNativeRuntime: async () => native }));
      vi.doMock("../../src/nn/engine/runtime/wasmRuntime.js", () => ({ startWasmRuntime: async () => wasm }));
      vi.doMock("../../src/nn/tensorflowBackend.js", () => ({ startTensorflowBackend: async () => tensorflow }));
      expect(await (await freshSelect())()).toEqual({ name, note });
    }
    await expect((await freshSelect())("onnx-native")).rejects.toThrow("onnxruntime-node is not installed");
    vi.doUnmock("../../src/nn/engine/runtime/nativeRuntime.js");
    vi.doUnmock("../../src/nn/engine/runtime/wasmRuntime.js");
    vi.doUnmock("../../src/nn/tensorflowBackend.js");
  });

  it("refuses a named backend that is not installed", async () => {
    vi.doMock("../../src/nn/tensorflowBackend.js", () => ({ startTensorflowBackend: async () => ({ status: "absent" }) }));
    await expect((await freshSelect())("tensorflow")).rejects.toThrow("@tensorflow/tfjs-node is not installed");
    vi.doUnmock("../../src/nn/tensorflowBackend.js");
  });

  it("chooses once: later calls report the choice, and another name is an error", async () => {
    const select = await freshSelect();
    const [first, second] = await Promise.all([select("tfjs-cpu"), select()]);
    expect(second).toBe(first);
    expect(await select("tfjs-cpu")).toBe(first);
    await expect(select("tfjs-wasm")).rejects.toThrow("already uses backend tfjs-cpu");
  });

  it("names the choices when it does not know the name, and can still be asked again", async () => {
    const select = await freshSelect();
    await expect(select("gpu")).rejects.toThrow('backend must be one of onnx-native, onnx-wasm, tfjs-wasm, tfjs-cpu, tensorflow, got "gpu"');
    vi.stubEnv("SIMVERDICT_BACKEND", "cuda");
    await expect(select()).rejects.toThrow(RangeError);
    expect((await select("tfjs-cpu")).name).toBe("tfjs-cpu");
  });
});
