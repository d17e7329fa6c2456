import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missing, missingRuntime, titled } from "../nn/missingBackend.js";
import { simverdict } from "./simverdict.js";

/** Hides the native runtime and the tfjs-node package, and refuses to read the binary of the one in WebAssembly. */
const HOOK = `
  const [fs, { Module }] = [require("node:fs"), require("node:module")];
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (name, ...more) {
    if (/onnxruntime-node|tfjs-node/.test(name)) throw new Error("hidden");
    return resolve.call(this, name, ...more);
  };
  const { readFileSync } = fs;
  fs.readFileSync = (path, ...more) => {
    if (/ort-wasm.*[.]wasm$/.test(String(path))) throw new Error("out of luck");
    return readFileSync(path, ...more);
  };
`;

const COST = /^✓ compiling +a 20-64-64-1 step took \d+ ms: \d+ nodes, \d+ bytes; done for trainings of \d+ steps or more$/m;
const NO_COST = /^✓ compiling +nothing: this backend runs kernel by kernel$/m;

test.concurrent("what is there, with versions, is well", async () => {
  const { code, stdout } = await simverdict(["doctor", "--json"]);
  const { findings } = JSON.parse(stdout) as { findings: { what: string; found: string; ok: boolean }[] };
  expect(code).toBe(0);
  expect(findings.map(({ what }) => what)).toEqual(expect.arrayContaining(["simverdict", "node", "vitest", "backend", "cores"]));
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.find(({ what }) => what === "node")!.found).toBe(process.version);
});

test.concurrent("the engine is shown: what loads, what compiling costs, and which kernels can be compiled", async () => {
  const { code, stdout } = await simverdict(["doctor"]);
  expect(code).toBe(0);
  for (const backend of ["onnx-native", "onnx-wasm"] as const) {
    const found = missing(backend) === undefined ? "loads" : "not installed \\(optional: npm install onnxruntime-\\w+ --ignore-scripts\\)";
    expect(stdout).toMatch(new RegExp(`^✓ ${backend} +${found}$`, "m"));
  }
  expect(stdout).toMatch(missingRuntime === undefined || missing("tensorflow") !== undefined ? COST : NO_COST);
  expect(stdout).toMatch(/^✓ kernels +\d+ that can be compiled: Abs .* _FusedMatMul$/m);
});

test.skipIf(missing("onnx-wasm"))(titled("a runtime that is installed and does not work is shown, and is not used", "onnx-wasm"), async () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  const hook = join(folder, "hook.cjs");
  writeFileSync(hook, HOOK);
  const { code, stdout } = await simverdict(["doctor"], { env: { NODE_OPTIONS: `--require ${hook}` } });
  rmSync(folder, { recursive: true });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^✓ backend +tfjs-wasm \(onnxruntime-node is not installed, onnxruntime-web did not load \(.*out of luck.*\): using tfjs-wasm\)$/m);
  expect(stdout).toMatch(/^✓ onnx-wasm +installed, but it does not load: .*out of luck/m);
  expect(stdout).toMatch(COST);
});

test.concurrent("the reference backend compiles nothing, and says so", async () => {
  expect((await simverdict(["doctor", "--backend", "tfjs-cpu"])).stdout).toMatch(NO_COST);
});

test.concurrent("a backend that does not exist is bad usage", async () => {
  const { code, stderr } = await simverdict(["doctor", "--backend", "abacus"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^simverdict: backend must be one of .*, got "abacus"\n$/);
});
