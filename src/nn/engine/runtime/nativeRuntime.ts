import { startRuntime } from "./startRuntime.js";
import type { RuntimeStart } from "./stepRuntime.js";

/**
 * Start ONNX Runtime as a native library, from the optional peer `onnxruntime-node`.
 *
 * @param from URL of the module whose `node_modules` are searched
 * @returns the runtime, or why there is none
 */
export function startNativeRuntime(from: string = import.meta.url): Promise<RuntimeStart> {
  // a 20-64-64-1 net: tracing and loading take 50 to 70 ms of computing at first, and a step saves 0.8 ms against TensorFlow.js on WebAssembly
  return startRuntime({ name: "onnx-native", packageName: "onnxruntime-node", provider: "cpu", paysAfter: 100, inPlace: true }, from);
}
