import { createRequire } from "node:module";
import { dirname, sep } from "node:path";
import { tf } from "../tf.js";

const PACKAGE = "@tensorflow/tfjs-backend-wasm";

/** Emscripten's Node start-up adds handlers of these events that rethrow whatever any part of the process throws. */
const HIJACKED = ["uncaughtException", "unhandledRejection"];

/**
 * Start the WASM backend of TensorFlow.js as it is shipped and make it the active one.
 *
 * Its binary is read from the installed package whatever the working directory, and the process-wide error
 * handlers that it installs are removed again.
 *
 * @throws Error if the backend does not start
 */
export async function startWasmBackend(): Promise<void> {
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(dirname(createRequire(import.meta.url).resolve(PACKAGE)) + sep);
  const before = HIJACKED.map((event) => process.rawListeners(event));
  const started = await tf.setBackend("wasm");
  HIJACKED.forEach((event, i) => {
    for (const listener of process.rawListeners(event)) {
      if (!before[i].includes(listener)) process.removeListener(event, listener as () => void);
    }
  });
  if (!started) throw new Error(`${PACKAGE} did not start`);
}
