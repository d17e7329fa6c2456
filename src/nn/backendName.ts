/**
 * How nets can run: training steps compiled for ONNX Runtime, native or in WebAssembly; or TensorFlow.js kernel by
 * kernel, in WebAssembly, in plain JavaScript (the reference), or native.
 */
export const BACKENDS = ["onnx-native", "onnx-wasm", "tfjs-wasm", "tfjs-cpu", "tensorflow"] as const;

/** @see BACKENDS */
export type BackendName = (typeof BACKENDS)[number];

/**
 * Check the name of a backend.
 *
 * @param argument what the name was given as, for the message
 * @param name the name
 * @returns the name
 * @throws RangeError if there is no such backend
 * @example backendName("backend", "tfjs-cpu") // => "tfjs-cpu"
 */
export function backendName(argument: string, name: string): BackendName {
  const known = BACKENDS.find((candidate) => candidate === name);
  if (known === undefined) throw new RangeError(`${argument} must be one of ${BACKENDS.join(", ")}, got "${name}"`);
  return known;
}
