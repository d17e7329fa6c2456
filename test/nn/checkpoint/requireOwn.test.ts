import { expect, test } from "vitest";
import type { Checkpoint } from "../../../src/nn/checkpoint/checkpointFormat.js";
import { requireOwn } from "../../../src/nn/checkpoint/requireOwn.js";

const own = { model: "net(4)", key: "aa", settings: "0123456789", start: "5678901234", backend: "tfjs-cpu" };
const start = { w: { data: new Float32Array(2), shape: [2, 1] }, b: { data: new Float32Array(1), shape: [1] } };
const state = { step: 50, parameters: start, first: start, second: start, losses: [] };
const found = (changes: Partial<typeof own>, parameters: Checkpoint["state"]["parameters"] = start): Checkpoint => ({
  about: { ...own, ...changes, seconds: 1 },
  state: { ...state, parameters },
});
const MEND = "move it away to train anew, or name another folder";

test("a checkpoint of this training passes", () => {
  expect(requireOwn(found({}), own, start)).toBeUndefined();
});

test.each([
  ["another model", found({ model: "net(5)" }), `is a checkpoint of the model net(5), not of net(4): ${MEND}`],
  ["another shape", found({}, { ...start, w: { data: new Float32Array(2), shape: [1, 2] } }), `is a checkpoint of another architecture: it has w of shape [1, 2], the model w of shape [2, 1]: ${MEND}`],
  ["a parameter less", found({}, { w: start.w }), `is a checkpoint of another architecture: it has no further parameter, the model b of shape [1]: ${MEND}`],
  ["a parameter more", found({}, { ...start, c: start.b }), `is a checkpoint of another architecture: it has c of shape [1], the model no further one: ${MEND}`],
  ["another key", found({ key: "bb" }), `is of another training: its key is bb, not aa: ${MEND}`],
  ["other settings", found({ settings: "abcdefghij" }), `is of a training with other settings or data (digest abcdefgh…, not 01234567…): ${MEND}`],
  ["another start", found({ start: "abcdefghij" }), `is of a training that started from other parameters (digest abcdefgh…, not 56789012…): ${MEND}`],
  ["another backend", found({ backend: "onnx-native" }), `is of a training on backend onnx-native, this one runs on tfjs-cpu: go on with --backend onnx-native, or ${MEND}`],
])("%s is refused in one line", (_, checkpoint, message) => {
  expect(() => requireOwn(checkpoint, own, start)).toThrow(expect.objectContaining({ name: "BadCheckpoint", message }));
});
