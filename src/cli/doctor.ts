import { availableParallelism } from "node:os";
import { runtimeInUse, selectBackend } from "../nn/backend.js";
import { compile } from "../nn/engine/compile.js";
import { flatStep } from "../nn/engine/flatStep.js";
import { KERNEL_RULES } from "../nn/engine/lowering/kernelRules.js";
import { startNativeRuntime } from "../nn/engine/runtime/nativeRuntime.js";
import type { RuntimeStart } from "../nn/engine/runtime/stepRuntime.js";
import { startWasmRuntime } from "../nn/engine/runtime/wasmRuntime.js";
import type { TensorSpecs } from "../nn/engine/trace.js";
import { mlp } from "../nn/mlp.js";
import { tf } from "../nn/tf.js";
import { Key } from "../random/key.js";
import { backendName } from "../nn/backendName.js";
import { EXIT } from "./exitCode.js";
import { packageCommit, packageVersion } from "./packageRoot.js";
import { UsageError } from "./usageError.js";

/** One thing that was looked at: what it is, what was found, and how to mend it if that is not well. */
interface Finding {
  readonly what: string;
  readonly found: string;
  readonly ok: boolean;
  readonly mend?: string;
}

/** Options of `simverdict doctor`. */
export interface DoctorOptions {
  readonly backend?: string;
  readonly json?: true;
}

/**
 * `simverdict doctor`: what this installation consists of, what is missing, and how to get it.
 *
 * @param options the backend to try, and whether to print JSON
 * @returns 0 when everything needed works, 1 when something does not
 * @throws UsageError if there is no such backend
 */
export async function doctor({ backend, json }: DoctorOptions): Promise<number> {
  checkBackend(backend);
  const kernels = Object.keys(KERNEL_RULES).sort();
  const findings = [
    { what: "simverdict", found: `${packageVersion()} (${packageCommit() ?? "installed package"})`, ok: true },
    node(),
    await vitest(),
    await nets(backend),
    runtime("onnx-native", "onnxruntime-node", await startNativeRuntime()),
    runtime("onnx-wasm", "onnxruntime-web", await startWasmRuntime()),
    await tensorflow(),
    await compiling(),
    { what: "kernels", found: `${kernels.length} that can be compiled: ${kernels.join(" ")}`, ok: true },
    { what: "cores", found: String(availableParallelism()), ok: true },
  ];
  if (json) process.stdout.write(`${JSON.stringify({ findings }, null, 2)}\n`);
  else {
    for (const { what, found, ok, mend } of findings) {
      process.stdout.write(`${ok ? "✓" : "✗"} ${what.padEnd(12)} ${found}${mend === undefined ? "" : `\n  ${"".padEnd(12)} to mend: ${mend}`}\n`);
    }
  }
  return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
}

/** An unknown name is bad usage, not something to mend on the machine. */
function checkBackend(backend: string | undefined): void {
  try {
    if (backend !== undefined) backendName("backend", backend);
  } catch (error) {
    throw new UsageError(firstLine(error));
  }
}

function node(): Finding {
  const [major, minor] = process.versions.node.split(".").map(Number) as [number, number];
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { what: "node", found: process.version, ok, ...(ok ? {} : { mend: "install Node 20.19 or newer" }) };
}

async function vitest(): Promise<Finding> {
  try {
    const { version } = await import("vitest/node");
    return { what: "vitest", found: version, ok: true };
  } catch (error) {
    return { what: "vitest", found: firstLine(error), ok: false, mend: "npm install --save-dev vitest@4" };
  }
}

async function nets(backend: string | undefined): Promise<Finding> {
  try {
    const { name, note } = await selectBackend(backend);
    return { what: "backend", found: note === undefined ? name : `${name} (${note})`, ok: true };
  } catch (error) {
    return { what: "backend", found: firstLine(error), ok: false, mend: "npm ci, or choose another with --backend" };
  }
}

/** Optional, like native TensorFlow: everything runs without it, but more slowly. */
function runtime(what: string, packageName: string, start: RuntimeStart): Finding {
  if (start.status === "started") return { what, found: "loads", ok: true };
  if (start.status === "absent") return { what, found: `not installed (optional: npm install ${packageName} --ignore-scripts)`, ok: true };
  return { what, found: `installed, but it does not load: ${start.reason}`, ok: true, mend: `npm install ${packageName} --ignore-scripts (optional: everything runs without it)` };
}

/** What it costs to compile a training step on the backend in use. */
async function compiling(): Promise<Finding> {
  const what = "compiling";
  const on = runtimeInUse();
  if (on === undefined) return { what, found: "nothing: this backend runs kernel by kernel", ok: true };
  try {
    const net = mlp({ inputs: 20, hidden: [64, 64], outputs: 1 });
    const parameters = net.init(Key.root(0));
    const step = flatStep((p, { x, y }) => tf.mean(tf.squaredDifference(net.apply(p, x as tf.Tensor2D), y)), parameters, false);
    const vector = { shape: [Object.values(parameters).reduce((sum, { data }) => sum + data.length, 0)], type: "float32" } as const;
    const [scalar, x, y] = [[], [128, 20], [128, 1]].map((shape) => ({ shape, type: "float32" as const }));
    const specs: TensorSpecs = { parameters: vector, first: vector, second: vector, stepSize: scalar, keep: scalar, "input/x": x, "input/y": y };
    const before = performance.now();
    const { nodes, bytes, release } = await compile(step, specs, on);
    const milliseconds = Math.round(performance.now() - before);
    await release();
    const found = `a 20-64-64-1 step took ${milliseconds} ms: ${nodes} nodes, ${bytes} bytes; done for trainings of ${on.paysAfter} steps or more`;
    return { what, found, ok: true };
  } catch (error) {
    return { what, found: firstLine(error), ok: false, mend: "choose another backend with --backend" };
  }
}

/** Optional: absent is well, but installed and broken is worth a word. */
async function tensorflow(): Promise<Finding> {
  const { startTensorflowBackend } = await import("../nn/tensorflowBackend.js");
  const native = await startTensorflowBackend();
  const what = "tfjs-node";
  if (native.status === "started") return { what, found: "loads", ok: true };
  if (native.status === "broken") {
    const mend = "npm rebuild @tensorflow/tfjs-node --ignore-scripts=false (optional: everything runs without it)";
    return { what, found: `installed, but it does not load: ${native.reason}`, ok: true, mend };
  }
  return { what, found: "not installed (optional: npm install @tensorflow/tfjs-node --ignore-scripts=false)", ok: true };
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split("\n")[0];
