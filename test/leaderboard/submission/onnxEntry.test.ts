import { mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { classFormat } from "../../../src/leaderboard/submission/classFormat.js";
import { onnxEntry } from "../../../src/leaderboard/submission/onnxEntry.js";
import { Key } from "../../../src/random/key.js";
import { missingRuntime } from "../../nn/missingBackend.js";
import { onnxBytes, writeModel } from "./onnxModels.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(({ skip }) => skip(missingRuntime !== undefined, missingRuntime));

async function predict(model: string | Uint8Array, xs: readonly number[][] = [[1], [0]]): Promise<number[][]> {
  const path = writeModel(join(folder, "model.onnx"), model);
  const entry = onnxEntry<number[]>({ path, xShape: [1], format: classFormat(2) });
  const predictor = await entry.prepare({ key: Key.root(0), tier: "smoke" });
  return (await predictor.predict(xs)).map((one) => (typeof one === "number" ? [one] : Array.from(one)));
}

test.each(["posterior", "posteriorOneByOne"])("%s: float32 in, probabilities out", async (model) => {
  const [one, zero] = await predict(model);
  expect(one[0]).toBeCloseTo(0.2, 6);
  expect(zero[0]).toBeCloseTo(0.8, 6);
});

test("float64 in, 8-byte integers out", async () => {
  expect(await predict("classOfDouble")).toEqual([[1], [0]]);
});

test("more cases than a batch", async () => {
  const bits = Array.from({ length: 1100 }, (_, i) => (i % 3 === 0 ? 1 : 0));
  expect(await predict("classOfDouble", bits.map((bit) => [bit]))).toEqual(bits.map((bit) => [bit]));
});

test.each([
  ["threeInputs", "the model must have one input [batch, 1] of float32 or float64, its batch free or 1, and one output; it has 1 outputs and the inputs x float32 [batch, 3]"],
  ["integerInput", "and the inputs x int64 [batch, 1]"],
  ["twoOutputs", "it has 2 outputs"],
  ["wideOutput", "the model's output has shape [2, 3] for 2 cases; a prediction is a class from 0 to 1, or 2 probabilities"],
  ["notANumber", "the model's output holds NaN: every number must be finite"],
  ["externalData", "ONNX Runtime refuses the model"],
])("%s is refused", async (model, why) => {
  await expect(predict(model)).rejects.toThrow(expect.objectContaining({ name: "BadSubmission", message: expect.stringContaining(why) as string }) as Error);
});

test.each([0, 1, 50, 150])("a model truncated to %d bytes is refused in one line", async (length) => {
  await expect(predict(onnxBytes("posterior").subarray(0, length))).rejects.toThrow(/^(ONNX Runtime refuses|the model must have)[^\n]*$/);
});

test("a model too large is refused before it is read", async () => {
  const path = writeModel(join(folder, "huge.onnx"), "posterior");
  truncateSync(path, 2 ** 30 + 1); // a file with a hole, which takes no room
  const entry = onnxEntry({ path, xShape: [1], format: classFormat(2) });
  await expect(entry.prepare({ key: Key.root(0), tier: "smoke" })).rejects.toThrow("the model has 1073741825 bytes, more than 1073741824");
});
