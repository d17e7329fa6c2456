import { describe, expect, it } from "vitest";
import { type OrtModule, ortSession } from "../../../../src/nn/engine/runtime/ortSession.js";

type Fake = { type: string; data: ArrayLike<number>; dims: readonly number[] };

/** A runtime that tells how it was used. */
function fake(outputs: Record<string, Fake>) {
  const calls: { options?: unknown; inputs?: Record<string, Fake>; places?: Record<string, Fake | null>; released?: true } = {};
  const session = {
    outputNames: Object.keys(outputs),
    run: async (inputs: Record<string, Fake>, places: Record<string, Fake | null>) => (Object.assign(calls, { inputs, places }), outputs),
    release: async () => void (calls.released = true),
  };
  const ort = {
    Tensor: class {
      constructor(readonly type: string, readonly data: ArrayLike<number>, readonly dims: readonly number[]) {}
    },
    InferenceSession: { create: async (_: Uint8Array, options: unknown) => ((calls.options = options), session) },
  } as unknown as OrtModule;
  return { ort, calls };
}

describe("ortSession", () => {
  it("asks for one thread", async () => {
    const { ort, calls } = fake({});
    await ortSession(ort, new Uint8Array(), { provider: "cpu", inPlace: true });
    expect(calls.options).toMatchObject({ intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential", executionProviders: ["cpu"] });
  });

  it("hands arrays over with their types, and places for the outputs that have one", async () => {
    const { ort, calls } = fake({ y: { type: "float32", data: Float32Array.of(3), dims: [1] }, z: { type: "bool", data: Uint8Array.of(1, 0), dims: [2] } });
    const session = await ortSession(ort, new Uint8Array(), { provider: "cpu", inPlace: true });
    const place = { data: new Float32Array(1), shape: [1] };
    const outputs = await session.run({ x: { data: Float32Array.of(1, 2), shape: [2] }, k: { data: Int32Array.of(5), shape: [] } }, { y: place });
    expect(calls.inputs).toMatchObject({ x: { type: "float32", dims: [2] }, k: { type: "int32", dims: [] } });
    expect(calls.places!.y!.data).toBe(place.data);
    expect(calls.places!.z).toBeNull();
    expect(outputs).toEqual({ y: { data: Float32Array.of(3), shape: [1] }, z: { data: Int32Array.of(1, 0), shape: [2] } });
    await (await ortSession(ort, new Uint8Array(), { provider: "wasm", inPlace: false })).run({}, { y: place });
    expect(calls.places).toEqual({ y: null, z: null });
    await session.release();
    expect(calls.released).toBe(true);
  });
});
