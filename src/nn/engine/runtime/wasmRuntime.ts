import type { OrtModule } from "./ortSession.js";
import { startRuntime } from "./startRuntime.js";
import type { RuntimeStart } from "./stepRuntime.js";

/**
 * Start ONNX Runtime in WebAssembly, from the optional peer `onnxruntime-web`.
 *
 * Its 14 MB are compiled at once, which takes 0.4 s of computing: only then is it known whether it works.
 *
 * @param from URL of the module whose `node_modules` are searched
 * @returns the runtime, or why there is none
 */
export function startWasmRuntime(from: string = import.meta.url): Promise<RuntimeStart> {
  return startRuntime(
    {
      name: "onnx-wasm",
      packageName: "onnxruntime-web",
      // as an ES module it has a registry of its own: in a common one the first package loaded answers for both
      ending: ".mjs",
      provider: "wasm",
      // a 20-64-64-1 net: until its code has become fast, 0.5 s of computing are lost, and a later step saves 0.8 ms against TensorFlow.js
      paysAfter: 700,
      configure: (ort) => {
        (ort as OrtModule & { env: { wasm: { numThreads: number } } }).env.wasm.numThreads = 1;
      },
      inPlace: false, // it leaves them as they are (version 1.30)
    },
    from,
  );
}
