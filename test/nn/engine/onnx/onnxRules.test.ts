import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../../../src/nn/backend.js";
import { exportOnnx } from "../../../../src/nn/engine/exportOnnx.js";
import { flatStep } from "../../../../src/nn/engine/flatStep.js";
import type { TensorFunction, TensorSpecs } from "../../../../src/nn/engine/trace.js";
import { mlp } from "../../../../src/nn/mlp.js";
import { tf } from "../../../../src/nn/tf.js";
import { Key } from "../../../../src/random/key.js";
import { reals } from "../agreement.js";
import { BYTES, modelFile } from "./modelFile.js";

beforeAll(() => selectBackend("tfjs-cpu"));

const float = (...shape: number[]) => ({ shape, type: "float32" as const });
const captured = reals([5, 3, 4], "w");

/** A training step, and nets with every kind of operand: constants, shapes, several outputs, truth values, an input that is an output. */
const MODELS: Record<string, () => readonly [TensorFunction, TensorSpecs]> = {
  "training step": () => {
    const net = mlp({ inputs: 3, hidden: [4], outputs: 1 });
    const start = net.init(Key.root(0));
    const state = float(Object.values(start).reduce((sum, { data }) => sum + data.length, 0));
    const step = flatStep((p, { x, y }) => tf.mean(tf.squaredDifference(net.apply(p, x as tf.Tensor2D), y)), start, true);
    return [step, { parameters: state, first: state, second: state, stepSize: float(), keep: float(), "input/x": float(8, 3), "input/y": float(8, 1) }];
  },
  "convolution with its gradient": () => {
    const loss = (x: tf.Tensor, w: tf.Tensor): tf.Tensor => tf.sum(tf.relu(tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, "same")));
    return [({ x }) => ({ dw: tf.grads(loss)([x, tf.tensor(captured.data, [5, 3, 4])])[1] }), { x: float(2, 8, 3) }];
  },
  "pieces": () => [
    ({ x, y }) => ({ parts: tf.stack(tf.split(x, 2, 1)), isLess: tf.less(x, y), place: tf.argMax(x, 1), same: x, again: x }),
    { x: float(3, 4), y: float(3, 4) },
  ],
};

describe.each(Object.entries(MODELS))("an exported file, %s", (_, make) => {
  it("keeps ONNX's rules: versions, each name given once and before it is used, constants of the size of their shape", () => {
    const file = modelFile(exportOnnx(...make()));
    expect(file.irVersion).toBe(8);
    expect(file.opsets).toEqual([{ domain: "", version: 17 }]);
    expect(file.name).not.toBe("");
    const known = new Set<string>();
    const define = (name: string): void => {
      expect([name, name !== "" && !known.has(name)]).toEqual([name, true]);
      known.add(name);
    };
    for (const name of file.inputs) define(name);
    for (const { name, extents, type, bytes } of file.constants) {
      define(name);
      expect(bytes).toBe(extents.reduce((size, extent) => size * extent, BYTES[type]));
    }
    for (const { op, inputs, outputs } of file.nodes) {
      for (const name of inputs) expect([op, name, name === "" || known.has(name)]).toEqual([op, name, true]);
      outputs.forEach(define);
    }
    expect(file.outputs.length).toBeGreaterThan(0);
    for (const name of file.outputs) expect(known).toContain(name);
    expect(file.outputs.filter((name) => file.inputs.includes(name))).toEqual([]);
  });

  it("passes ONNX's own checker where Python has it (the rules above are checked everywhere)", () => {
    const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
    const path = join(folder, "model.onnx");
    writeFileSync(path, exportOnnx(...make()));
    const script = "import sys\ntry:\n  import onnx\nexcept ImportError:\n  print('absent')\n  sys.exit()\nonnx.checker.check_model(onnx.load(sys.argv[1]), full_check=True)\nprint('valid')";
    const said = ["python3", "/usr/bin/python3"].map((python) => spawnSync(python, ["-c", script, path], { encoding: "utf8" }));
    rmSync(folder, { recursive: true });
    for (const { error, stdout, stderr } of said) if (error === undefined) expect({ said: stdout.trim(), stderr }).toMatchObject({ said: expect.stringMatching(/^(valid|absent)$/) as string });
  });
});
