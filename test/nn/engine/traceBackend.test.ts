import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { GraphBuilder } from "../../../src/nn/engine/graph/graphBuilder.js";
import { NotTraceable } from "../../../src/nn/engine/notTraceable.js";
import { traceBackend } from "../../../src/nn/engine/traceBackend.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-cpu"));
afterEach(() => traceBackend().record(undefined));

const recording = (graph = new GraphBuilder()) => ({ graph, outside: () => undefined, notice: () => {} });

describe("traceBackend", () => {
  it("is one backend, known to TensorFlow.js but not chosen by it", () => {
    expect(traceBackend()).toBe(traceBackend());
    expect(traceBackend().name).toBe("simverdict-trace");
    expect(tf.findBackend("simverdict-trace")).toBe(traceBackend());
    expect(tf.getBackend()).toBe("cpu");
  });

  it("has a name of its own in every copy of the module", async () => {
    traceBackend();
    vi.resetModules();
    const other = (await import("../../../src/nn/engine/traceBackend.js")).traceBackend();
    expect(other.name).toBe("simverdict-trace-2");
    expect(tf.findBackend("simverdict-trace-2")).toBe(other);
  });

  it("counts the holders of data", () => {
    const backend = traceBackend();
    backend.record(recording());
    const dataId = backend.write(Float32Array.of(1, 2), [2], "float32");
    expect(backend.refCount(dataId)).toBe(1);
    backend.incRef(dataId);
    expect(backend.disposeData(dataId)).toBe(false);
    expect(backend.numDataIds()).toBe(1);
    expect(backend.disposeData(dataId)).toBe(true);
    expect(backend.numDataIds()).toBe(0);
    expect(backend.disposeData(dataId)).toBe(true);
  });

  it("reads constants, and nothing else", async () => {
    const backend = traceBackend();
    const graph = new GraphBuilder();
    backend.record(recording(graph));
    const dataId = backend.write(Uint8Array.of(0, 5), [2], "bool");
    expect(await backend.read(dataId)).toEqual(Uint8Array.of(0, 1));
    backend.checkReads();
    expect(() => backend.readSync(backend.dataFor(graph.input("x", { shape: [], type: "float32" })))).toThrow(NotTraceable);
    expect(() => backend.checkReads()).toThrow("it reads the elements of a tensor");
    backend.record(recording());
    backend.checkReads();
  });

  it("never answers who waits for elements that nobody knows, and says so at the end", async () => {
    const backend = traceBackend();
    const graph = new GraphBuilder();
    backend.record(recording(graph));
    const answer = backend.read(backend.dataFor(graph.input("x", { shape: [], type: "float32" })));
    expect(await Promise.race([answer, new Promise((resolve) => setImmediate(() => resolve("silence")))])).toBe("silence");
    expect(() => backend.checkReads()).toThrow("it reads the elements of a tensor");
  });

  it("says so when a tensor of a recording is used after it", () => {
    const backend = traceBackend();
    backend.record(recording());
    const dataId = backend.write(Float32Array.of(1), [1], "float32");
    backend.record(undefined);
    expect(() => backend.standIn({ dataId, shape: [1], dtype: "float32" })).toThrow("a tensor of backend simverdict-trace is used after its recording");
  });

  it("has single precision, like the other backends", () => {
    expect(traceBackend().floatPrecision()).toBe(32);
    expect(traceBackend().epsilon()).toBe(1e-7);
    expect(traceBackend().memory()).toEqual({ unreliable: false });
  });
});
