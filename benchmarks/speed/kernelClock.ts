import { InferenceSession } from "onnxruntime-node";
import { tf } from "simverdict";

/**
 * Time that goes by inside kernels from now on, in milliseconds: those of TensorFlow.js on WebAssembly, and runs of native
 * ONNX Runtime. To be called after the backend was selected.
 *
 * @returns the time so far; calls from within kernels are not counted twice
 */
export function kernelClock(): () => number {
  let [total, depth] = [0, 0];
  for (const kernel of tf.getKernelsForBackend("wasm")) {
    const { kernelFunc } = kernel;
    tf.unregisterKernel(kernel.kernelName, "wasm");
    tf.registerKernel({
      ...kernel,
      kernelFunc: (given) => {
        const start = performance.now();
        depth++;
        try {
          return kernelFunc(given);
        } finally {
          if (--depth === 0) total += performance.now() - start;
        }
      },
    });
  }
  const session = InferenceSession as unknown as { readonly prototype: { run: (...given: unknown[]) => Promise<unknown> } };
  const { run } = session.prototype;
  session.prototype.run = async function (...given) {
    const start = performance.now();
    try {
      return await run.apply(this, given);
    } finally {
      total += performance.now() - start;
    }
  };
  return () => total;
}
