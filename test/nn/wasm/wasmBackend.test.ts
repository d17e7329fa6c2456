import { describe, expect, it } from "vitest";
import { tf } from "../../../src/nn/tf.js";
import { startWasmBackend } from "../../../src/nn/wasm/wasmBackend.js";

describe("startWasmBackend", () => {
  it("starts from any working directory and leaves the process's error handlers alone", async () => {
    const handlers = (): unknown[] => ["uncaughtException", "unhandledRejection"].map((e) => process.rawListeners(e));
    const before = handlers();
    await startWasmBackend();
    expect(tf.getBackend()).toBe("wasm");
    expect(tf.tidy(() => tf.add(1, 2).dataSync()[0])).toBe(3);
    expect(handlers()).toEqual(before);
  });
});
