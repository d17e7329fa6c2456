import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

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

  it("falls back to WebAssembly where native TensorFlow is not installed", async () => {
    vi.doMock("../../src/nn/tensorflowBackend.js", () => ({
      startTensorflowBackend: async () => ({ status: "absent" }),
    }));
    expect(await (await freshSelect())()).toEqual({ name: "tfjs-wasm" });
    await expect((await freshSelect())("tensorflow")).rejects.toThrow("@tensorflow/tfjs-node is not installed");
    vi.doUnmock("../../src/nn/tensorflowBackend.js");
  });

  it("says in one line why an installed native TensorFlow is not used", async () => {
    vi.doMock("../../src/nn/tensorflowBackend.js", () => ({
      startTensorflowBackend: async () => ({ status: "broken", reason: "no binding" }),
    }));
    expect(await (await freshSelect())()).toEqual({
      name: "tfjs-wasm",
      note: "@tensorflow/tfjs-node did not load (no binding): using tfjs-wasm",
    });
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
    await expect(select("gpu")).rejects.toThrow('backend must be one of tensorflow, tfjs-wasm, tfjs-cpu, got "gpu"');
    vi.stubEnv("SIMVERDICT_BACKEND", "cuda");
    await expect(select()).rejects.toThrow(RangeError);
    expect((await select("tfjs-cpu")).name).toBe("tfjs-cpu");
  });
});
