import { type BackendName, backendName } from "./backendName.js";
import { kernelRuntime } from "./engine/runtime/kernelRuntime.js";
import { startNativeRuntime } from "./engine/runtime/nativeRuntime.js";
import type { RuntimeStart, StepRuntime } from "./engine/runtime/stepRuntime.js";
import { startWasmRuntime } from "./engine/runtime/wasmRuntime.js";
import { startTensorflowBackend, type TensorflowStart } from "./tensorflowBackend.js";
import { tf } from "./tf.js";
import { mendKernels } from "./wasm/mendKernels.js";
import { startWasmBackend } from "./wasm/wasmBackend.js";

/** The backend in use, and one line on why it is not the preferred one, if there is something to say. */
export interface BackendReport {
  readonly name: BackendName;
  readonly note?: string;
}

/** A backend that has started; what cannot be compiled runs on TensorFlow.js beside the runtime. */
interface Started {
  readonly report: BackendReport;
  readonly runtime?: StepRuntime;
}

/** TensorFlow.js has one active backend per process, so its choice is a fact about the process. */
let selected: Promise<Started> | undefined;
let inUse: Started | undefined;

/**
 * What nets run on in this process.
 *
 * @returns the backend, or undefined while none has been selected
 */
export function backendInUse(): BackendReport | undefined {
  return inUse?.report;
}

/**
 * What compiled steps run on in this process.
 *
 * @returns the runtime, or undefined if the backend in use has none
 */
export function runtimeInUse(): StepRuntime | undefined {
  return inUse?.runtime;
}

/**
 * Choose how nets run: once per process, before the first tensor.
 *
 * Without a name, the environment variable `SIMVERDICT_BACKEND` decides; without that, the fastest that loads.
 * Later calls report the choice.
 *
 * @param name one of `onnx-native`, `onnx-wasm`, `tfjs-wasm`, `tfjs-cpu`, `tensorflow`
 * @returns the backend in use; its note says what of faster ones is missing
 * @throws RangeError if the name, or that in the environment, is not one of them
 * @throws Error if another backend is in use already, or the named one does not start
 */
export async function selectBackend(name?: string): Promise<BackendReport> {
  const wanted = name === undefined ? undefined : backendName("backend", name);
  if (selected === undefined) {
    const fromEnvironment = process.env.SIMVERDICT_BACKEND;
    const choice = wanted ?? (fromEnvironment ? backendName("SIMVERDICT_BACKEND", fromEnvironment) : undefined);
    selected = start(choice).catch((error: unknown) => {
      selected = undefined;
      throw error;
    });
  }
  inUse = await selected;
  const { report } = inUse;
  if (wanted !== undefined && wanted !== report.name) {
    throw new Error(`this process already uses backend ${report.name}: start another one for ${wanted}`);
  }
  return report;
}

async function start(choice: BackendName | undefined): Promise<Started> {
  tf.enableProdMode(); // without it TensorFlow.js prints advertisements
  switch (choice) {
    case undefined:
      return startFastest();
    case "onnx-native":
      return withWasm("onnxruntime-node", await startNativeRuntime());
    case "onnx-wasm":
      return withWasm("onnxruntime-web", await startWasmRuntime());
    case "tfjs-wasm":
      await startWasm();
      return { report: { name: choice }, runtime: kernelRuntime() };
    case "tfjs-cpu":
      await tf.setBackend("cpu");
      return { report: { name: choice } };
    case "tensorflow": {
      const native = await startTensorflowBackend();
      if (native.status !== "started") throw new Error(problem("@tensorflow/tfjs-node", native));
      return { report: { name: choice } };
    }
  }
}

/** Native ONNX Runtime, native TensorFlow, ONNX Runtime in WebAssembly, TensorFlow.js in WebAssembly: the first that loads. */
async function startFastest(): Promise<Started> {
  const native = await startNativeRuntime();
  if (native.status === "started") return withWasm("onnxruntime-node", native);
  const missed = [problem("onnxruntime-node", native)];
  const using = (name: BackendName): BackendReport => ({ name, note: `${missed.join(", ")}: using ${name}` });
  const tensorflow = await startTensorflowBackend();
  if (tensorflow.status === "started") return { report: using("tensorflow") };
  if (tensorflow.status === "broken") missed.push(problem("@tensorflow/tfjs-node", tensorflow));
  await startWasm();
  const wasm = await startWasmRuntime();
  if (wasm.status === "started") return { report: using("onnx-wasm"), runtime: wasm.runtime };
  if (wasm.status === "broken") missed.push(problem("onnxruntime-web", wasm));
  return { report: using("tfjs-wasm"), runtime: kernelRuntime() };
}

async function withWasm(packageName: string, runtime: RuntimeStart): Promise<Started> {
  if (runtime.status !== "started") throw new Error(problem(packageName, runtime));
  await startWasm();
  return { report: { name: runtime.runtime.name }, runtime: runtime.runtime };
}

function problem(packageName: string, start: Exclude<RuntimeStart | TensorflowStart, { status: "started" }>): string {
  return start.status === "broken" ? `${packageName} did not load (${start.reason})` : `${packageName} is not installed`;
}

async function startWasm(): Promise<void> {
  await startWasmBackend();
  mendKernels();
}
