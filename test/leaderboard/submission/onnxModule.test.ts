import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { onnxModule } from "../../../src/leaderboard/submission/onnxModule.js";
import { missingRuntime } from "../../nn/missingBackend.js";

test("an installed runtime is loaded", async ({ skip }) => {
  skip(missingRuntime !== undefined, missingRuntime);
  const { ort, provider } = await onnxModule();
  expect(["cpu", "wasm"]).toContain(provider);
  expect(typeof ort.InferenceSession.create).toBe("function");
});

test("without one, a line says what to install", async () => {
  await expect(onnxModule(pathToFileURL(join(tmpdir(), "nowhere", "a.js")).href)).rejects.toThrow(/^an ONNX model needs ONNX Runtime: npm install onnxruntime-node --ignore-scripts \(.*onnxruntime-web/);
});
