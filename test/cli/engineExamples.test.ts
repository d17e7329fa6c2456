import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { BACKENDS } from "../../src/nn/backendName.js";
import { startNativeRuntime } from "../../src/nn/engine/runtime/nativeRuntime.js";
import { startWasmRuntime } from "../../src/nn/engine/runtime/wasmRuntime.js";
import { missing, titled } from "../nn/missingBackend.js";
import { simverdict } from "./simverdict.js";

const docs = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const page = readFileSync(docs("engine.md"), "utf8");

test("the page shows train_layers.ts as it is, all backends, and from how many steps on compiling pays", async () => {
  expect(page).toContain(`\`\`\`ts\n${readFileSync(docs("examples/train_layers.ts"), "utf8")}\`\`\`\n`);
  expect(Array.from(page.matchAll(/^\| `([a-z-]+)` \|/gm), ([, name]) => name).sort()).toEqual([...BACKENDS].sort());
  const [, native, wasm] = /not compiled: ([\d,]+) steps natively, ([\d,]+) in WebAssembly/.exec(page)!;
  for (const [start, steps] of [[await startNativeRuntime(), native], [await startWasmRuntime(), wasm]] as const) {
    if (start.status === "started") expect(start.runtime.paysAfter).toBe(Number(steps.replace(",", "")));
  }
});

test.skipIf(missing("onnx-wasm"))(titled("its net is trained by a compiled step and exported with its weights: in WebAssembly the file multiplies two numbers", "onnx-wasm"), async () => {
  const folder = mkdtempSync(join(tmpdir(), "simverdict-"));
  copyFileSync(docs("examples/train_layers.ts"), join(folder, "train_layers.ts"));
  const { code, stdout, stderr } = await simverdict(["export-model", "train_layers.ts", "--json"], { cwd: folder });
  expect([code, stderr]).toEqual([0, ""]); // nothing fell back
  expect(JSON.parse(stdout)).toMatchObject({ inputs: "x:float32[1,2]", outputs: "y:float32[1,1]" });
  const start = await startWasmRuntime();
  if (start.status !== "started") return expect.unreachable();
  const session = await start.runtime.loadModel(new Uint8Array(readFileSync(join(folder, "model.onnx"))));
  rmSync(folder, { recursive: true });
  for (const [a, b] of [[1, 1], [-1, 1], [0.5, -0.5], [0, 1], [-1, -0.5]]) {
    const { y } = await session.run({ x: { data: Float32Array.of(a, b), shape: [1, 2] } });
    expect(Math.abs(y.data[0] - a * b)).toBeLessThan(0.2);
  }
  await session.release();
});
