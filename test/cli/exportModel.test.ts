import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportModel } from "../../src/cli/exportModel.js";
import { UsageError } from "../../src/cli/usageError.js";
import { startWasmRuntime } from "../../src/nn/engine/runtime/wasmRuntime.js";
import type { HostTensors } from "../../src/nn/hostTensor.js";
import { distance } from "../nn/engine/distance.js";
import { missing, titled } from "../nn/missingBackend.js";
import { simverdict } from "./simverdict.js";

/** A trained net, what it predicts for three features, and exports that are not as they should be. */
const MODULE = `
  import { fitSgnn, Key, sgnnModel, squaredError, tf, type TensorModel } from "simverdict";
  import { writeFileSync } from "node:fs";
  const problem = {
    simulator: { id: "noisy", prior: { sample: (key: Key) => key.stream().uniform() }, simulate: (key: Key, theta: number) => theta + key.stream().uniform() },
    features: (x: number) => [x, x * x], target: (theta: number) => theta, loss: squaredError,
  };
  async function trained(): Promise<TensorModel> {
    const net = await fitSgnn(problem, { simulations: 200, steps: 40, hidden: [8] }, Key.root(0));
    writeFileSync("expected.json", JSON.stringify(net.predict([0.5, 1, 1.5]).flatMap((row) => [...row])));
    return sgnnModel(net.state, squaredError, 3);
  }
  export const model = trained();
`;
/** A tensor of its own from the start. */
const CONSTANT = `
  import { tf } from "simverdict";
  const weights = tf.tensor2d([[1], [2]]);
  export const model = { predict: ({ x }: Record<string, tf.Tensor>) => ({ y: x.matMul(weights) }), inputs: { x: { shape: [1, 2], type: "float32" } } };
`;
/** A model of `tf.layers`, trained as TensorFlow.js does, and what it predicts; its weights are variables. */
const LAYERS = `
  import { tf } from "simverdict";
  import { writeFileSync } from "node:fs";
  const { layers } = tf;
  async function trained() {
    const net = tf.sequential({ layers: [
      layers.conv1d({ filters: 4, kernelSize: 3, inputShape: [8, 2], activation: "relu" }), layers.batchNormalization(),
      layers.flatten(), layers.dropout({ rate: 0.5 }), layers.dense({ units: 2, activation: "softmax" }),
    ] });
    net.compile({ optimizer: "adam", loss: "meanSquaredError" });
    await net.fit(tf.randomUniform([16, 8, 2], -1, 1, "float32", 1), tf.randomUniform([16, 2], 0, 1, "float32", 2), { epochs: 2, verbose: 0 });
    const x = tf.linspace(-1, 1, 16).reshape([1, 8, 2]);
    writeFileSync("layers.json", JSON.stringify([...x.dataSync(), ...(net.predict(x) as tf.Tensor).dataSync()]));
    return { predict: ({ x }: { x: tf.Tensor }) => ({ y: net.predict(x) }), inputs: { x: { shape: [1, 8, 2], type: "float32" } } };
  }
  export const model = trained();
`;
const BAD = `
  const x = { shape: [3], type: "float32" };
  type Given = Record<string, { mul(factor: number): object }>;
  export const double = { predict: ({ x }: Given) => ({ y: x.mul(2) }), inputs: { x } };
  export const shapeless = { ...double, inputs: { x: { shape: [0], type: "float32" } } };
  export const number = 3;
  export const bare = { predict: ({ x }: Given) => x.mul(2), inputs: { x } };
  export const values = { ...double, predict: () => ({ y: 3 }) };
  export const nothing = { ...double, predict: () => ({}) };
  export const promised = { ...double, predict: async ({ x }: Given & { x: { data(): Promise<Float32Array> } }) => ({ y: x.mul((await x.data())[0]) }) };
`;
/** What reads elements stands in line 8; types and comments go when it is loaded. */
const TYPED = `import { tf, type TensorModel } from "simverdict";
/* A comment
   of two lines. */
interface Given {
  readonly x: tf.Tensor;
}
const half = ({ x }: Given): tf.Tensor => {
  const [first] = x.dataSync();
  return x.mul(first / 2);
};
export const model = { predict: (given: Given) => ({ y: half(given) }), inputs: { x: { shape: [3], type: "float32" } } } as unknown as TensorModel;
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  writeFileSync(join(folder, "net.ts"), MODULE);
  writeFileSync(join(folder, "bad.ts"), BAD);
  writeFileSync(join(folder, "constant.ts"), CONSTANT);
  writeFileSync(join(folder, "layers.ts"), LAYERS);
  writeFileSync(join(folder, "typed.ts"), TYPED);
  mkdirSync(join(folder, "taken"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const command = (...words: string[]) => simverdict(["export-model", ...words], { cwd: folder });

/** What the file gives in WebAssembly. */
async function outputs(file: string, inputs: HostTensors): Promise<HostTensors> {
  const start = await startWasmRuntime();
  if (start.status !== "started") return expect.unreachable();
  const session = await start.runtime.loadModel(new Uint8Array(readFileSync(join(folder, file))));
  const found = await session.run(inputs);
  await session.release();
  return found;
}

test.skipIf(missing("onnx-wasm")).concurrent(titled("a trained net from a TypeScript module: the file gives what the net predicts", "onnx-wasm"), async () => {
  const { code, stdout, stderr } = await command("net.ts", "--out", "files/net.onnx");
  expect([code, stderr]).toEqual([0, ""]);
  const model = readFileSync(join(folder, "files", "net.onnx"));
  expect(stdout).toBe(`files/net.onnx: 10 nodes, ${model.length} bytes\n  inputs   features:float32[3,2]\n  outputs  prediction:float32[3,1]\n`);
  const { prediction } = await outputs("files/net.onnx", { features: { data: Float32Array.of(0.5, 0.25, 1, 1, 1.5, 2.25), shape: [3, 2] } });
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as number[];
  expect(expected).toHaveLength(3);
  prediction.data.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-6));
  expect(readdirSync(join(folder, "files"))).toEqual(["net.onnx"]);
});

test.skipIf(missing("onnx-wasm")).concurrent(titled("a trained model of tf.layers: its weights are in the file, which gives what it predicts", "onnx-wasm"), async () => {
  const { code, stdout, stderr } = await command("layers.ts", "--out", "layers.onnx");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^layers\.onnx: \d+ nodes, \d+ bytes\n {2}inputs {3}x:float32\[1,8,2\]\n {2}outputs {2}y:float32\[1,2\]\n$/);
  const numbers = JSON.parse(readFileSync(join(folder, "layers.json"), "utf8")) as number[];
  const { y } = await outputs("layers.onnx", { x: { data: Float32Array.from(numbers.slice(0, 16)), shape: [1, 8, 2] } });
  expect(distance(y.data, numbers.slice(16))).toBeLessThan(1e-6);
});

test.concurrent("tensors that the module makes while it is loaded are those of the backend in use: nothing is said about another", async () => {
  const { code, stderr } = await command("constant.ts", "--out", "constant.onnx");
  expect([code, stderr]).toEqual([0, ""]);
});

test.concurrent("another export, told as JSON", async () => {
  const { code, stdout } = await command("bad.ts", "--name", "double", "--out", "double.onnx", "--json");
  const bytes = readFileSync(join(folder, "double.onnx")).length;
  expect([code, JSON.parse(stdout)]).toEqual([0, { file: "double.onnx", nodes: 1, bytes, inputs: "x:float32[3]", outputs: "y:float32[3]" }]);
});

test.concurrent("what cannot become a graph is named with its line as it was written", async () => {
  const { code, stderr } = await command("typed.ts", "--out", "typed.onnx");
  expect([code, stderr]).toEqual([2, "simverdict: typed.ts: model cannot become an ONNX file: it reads the elements of a tensor (at " + join(folder, "typed.ts") + ":8)\n"]);
});

test.concurrent("a predict that returns a promise is refused in one line, also if the promise fails", async () => {
  const { code, stderr } = await command("bad.ts", "--name", "promised", "--out", "promised.onnx");
  expect([code, stderr]).toEqual([2, "simverdict: bad.ts: promised cannot become an ONNX file: a function of tensors must be synchronous: this one returns a promise\n"]);
});

test.concurrent("bad input is one line, exit code 2, and no file", async () => {
  const { code, stdout, stderr } = await command("bad.ts", "--out", "refused.onnx");
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^simverdict: bad\.ts has no export "model", but double, shapeless, number, bare, values, nothing, promised: export \{ predict, inputs \}, [^\n]*\n$/);
  expect(existsSync(join(folder, "refused.onnx"))).toBe(false);
});

test.each([
  ["none.ts", "model", /^there is no .*none\.ts: name a TypeScript or JavaScript module$/],
  ["bad.ts", "number", /bad\.ts: number: .*; it must be \{ predict, inputs \}, .*$/],
  ["bad.ts", "shapeless", /bad\.ts: shapeless\.inputs\.x\.shape\.0: .*; it must be \{ predict, inputs \}, .*$/],
  ["bad.ts", "bare", /bad\.ts: bare cannot become an ONNX file: it returns a tensor, not named tensors such as \{ y \}$/],
  ["bad.ts", "values", /bad\.ts: values cannot become an ONNX file: its output y is a number, not a tensor$/],
  ["bad.ts", "nothing", /bad\.ts: nothing cannot become an ONNX file: it returns no tensors$/],
])("refused: %s, %s", async (file, name, message) => {
  const out = join(folder, `${name}.onnx`);
  const refused = exportModel(join(folder, file), { out, name });
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(message);
  expect(existsSync(out)).toBe(false);
});

test("refused before any work: a folder in the file's place", async () => {
  await expect(exportModel("none.ts", { out: join(folder, "taken"), name: "model" })).rejects.toThrow(/^--out must be a file, got the folder /);
});
