import { type BackendName, backendName } from "./backendName.js";
import { startTensorflowBackend } from "./tensorflowBackend.js";
import { tf } from "./tf.js";
import { startWasmBackend } from "./wasmBackend.js";
import { patchWasmKernels } from "./wasmKernels.js";

/** The backend in use, and one line on why it is not the preferred one, if there is something to say. */
export interface BackendReport {
  readonly name: BackendName;
  readonly note?: string;
}

/** TensorFlow.js has one active backend per process, so its choice is a fact about the process. */
let selected: Promise<BackendReport> | undefined;
let inUse: BackendReport | undefined;

/**
 * What nets run on in this process.
 *
 * @returns the backend, or undefined while none has been selected
 */
export function backendInUse(): BackendReport | undefined {
  return inUse;
}

/**
 * Choose how nets run: once per process, before the first tensor.
 *
 * Without a name, the environment variable `SIMVERDICT_BACKEND` decides; without that, native TensorFlow where
 * it loads and WebAssembly elsewhere. Later calls report the choice.
 *
 * @param name one of `tensorflow`, `tfjs-wasm`, `tfjs-cpu`
 * @returns the backend in use; its note says why an installed native TensorFlow is not used
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
  const report = await selected;
  inUse = report;
  if (wanted !== undefined && wanted !== report.name) {
    throw new Error(`this process already uses backend ${report.name}: start another one for ${wanted}`);
  }
  return report;
}

async function start(choice: BackendName | undefined): Promise<BackendReport> {
  tf.enableProdMode(); // without it TensorFlow.js prints advertisements
  switch (choice) {
    case "tfjs-cpu":
      await tf.setBackend("cpu");
      return { name: choice };
    case "tfjs-wasm":
      return startWasm();
    case "tensorflow":
    case undefined: {
      const native = await startTensorflowBackend();
      if (native.status === "started") return { name: "tensorflow" };
      const reason = native.status === "broken" ? `did not load (${native.reason})` : "is not installed";
      if (choice !== undefined) throw new Error(`@tensorflow/tfjs-node ${reason}`);
      return startWasm(native.status === "broken" ? `@tensorflow/tfjs-node ${reason}: using tfjs-wasm` : undefined);
    }
  }
}

async function startWasm(note?: string): Promise<BackendReport> {
  await startWasmBackend();
  patchWasmKernels();
  return { name: "tfjs-wasm", ...(note !== undefined && { note }) };
}
