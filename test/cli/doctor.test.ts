import { expect, test } from "vitest";
import { missing, missingRuntime } from "../nn/missingBackend.js";
import { simverdict } from "./simverdict.js";

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
  const cost = /^✓ compiling +a 20-64-64-1 step took \d+ ms: \d+ nodes, \d+ bytes; done for trainings of \d+ steps or more$/m;
  expect(stdout).toMatch(missingRuntime === undefined ? cost : /^✓ compiling +nothing: this backend runs kernel by kernel$/m);
  expect(stdout).toMatch(/^✓ kernels +\d+ that can be compiled: Abs .* _FusedMatMul$/m);
});

test.concurrent("a backend that does not exist is bad usage", async () => {
  const { code, stderr } = await simverdict(["doctor", "--backend", "abacus"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^simverdict: backend must be one of .*, got "abacus"\n$/);
});
