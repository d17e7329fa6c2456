import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportModel } from "../../src/cli/exportModel.js";
import { UsageError } from "../../src/cli/usageError.js";
import { startWasmRuntime } from "../../src/nn/engine/runtime/wasmRuntime.js";
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
  writeFileSync(join(folder, "typed.ts"), TYPED);
  mkdirSync(join(folder, "taken"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const command = (...words: string[]) => simverdict(["export-model", ...words], { cwd: folder });

test.concurrent("a trained net from a TypeScript module: the file gives what the net predicts", async () => {
  const { code, stdout, stderr } = await command("net.ts", "--out", "files/net.onnx");
  expect([code, stderr]).toEqual([0, ""]);
  const model = readFileSync(join(folder, "files", "net.onnx"));
  expect(stdout).toBe(`files/net.onnx: 10 nodes, ${model.length} bytes\n  inputs   features:float32[3,2]\n  outputs  prediction:float32[3,1]\n`);
  const start = await startWasmRuntime();
  if (start.status !== "started") return expect.unreachable();
  const session = await start.runtime.load(new Uint8Array(model));
  const { prediction } = await session.run({ features: { data: Float32Array.of(0.5, 0.25, 1, 1, 1.5, 2.25), shape: [3, 2] } });
  await session.release();
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as number[];
  expect(expected).toHaveLength(3);
  prediction.data.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-6));
  expect(readdirSync(join(folder, "files"))).toEqual(["net.onnx"]);
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
