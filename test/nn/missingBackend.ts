import { createRequire } from "node:module";
import type { BackendName } from "../../src/nn/backendName.js";

const { resolve } = createRequire(import.meta.url);
/** Backends of packages that need not be installed. */
const OPTIONAL: Partial<Record<BackendName, string>> = { "onnx-native": "onnxruntime-node", "onnx-wasm": "onnxruntime-web", tensorflow: "@tensorflow/tfjs-node" };

/**
 * Why a backend cannot be tried here: its package is not installed. One that is installed and does not load is no reason.
 *
 * @param backend the backend
 * @returns the reason, undefined where it can be tried
 */
export function missing(backend: BackendName): string | undefined {
  const name = OPTIONAL[backend];
  if (name === undefined) return undefined;
  try {
    resolve(name);
    return undefined;
  } catch {
    return `${name} is not installed`;
  }
}

/** The title of a test of a backend, which says why it is left out where it is. */
export const titled = (title: string, backend: BackendName): string => [title, missing(backend)].filter(Boolean).join(": ");

/** Why no ONNX model can run here, undefined where one can. */
export const missingRuntime: string | undefined = missing("onnx-native") && missing("onnx-wasm") && "neither onnxruntime-node nor onnxruntime-web is installed";
