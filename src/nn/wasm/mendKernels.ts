import { tf } from "../tf.js";
import { convolution } from "./convolution.js";
import { copying } from "./copying.js";
import { depthwise } from "./depthwise.js";
import { elementwise } from "./elementwise.js";
import { indexing } from "./indexing.js";
import type { Mend } from "./kernel.js";
import { matrixProducts } from "./matrixProducts.js";
import { pooling } from "./pooling.js";

/** Kernels that the WASM backend of TensorFlow.js, version 4.22.0, lacks or has wrong, and what is used instead. */
const MENDS: Readonly<Record<string, Mend>> = { ...matrixProducts, ...convolution, ...depthwise, ...pooling, ...indexing, ...elementwise, ...copying };

/** Marks a kernel that needs no mending any more, also for another copy of this module. */
const MENDED = Symbol.for("simverdict/mended");

/**
 * Replace the kernels of the WASM backend that are missing, wrong or needlessly slow.
 *
 * Doing it twice changes nothing more.
 *
 * @throws Error if the WASM backend's kernels are not registered (its package is not loaded)
 */
export function mendKernels(): void {
  if (tf.getKernelsForBackend("wasm").length === 0) throw new Error("the WASM backend has no kernels: load its package first");
  for (const [kernelName, mend] of Object.entries(MENDS)) {
    const shipped = tf.getKernel(kernelName, "wasm") as tf.KernelConfig | undefined;
    if (shipped !== undefined && MENDED in shipped.kernelFunc) continue;
    const missing = (): never => {
      throw new Error(`the WASM backend has no kernel ${kernelName}`);
    };
    const kernelFunc = Object.assign(mend(shipped?.kernelFunc ?? missing), { [MENDED]: true });
    if (shipped !== undefined) tf.unregisterKernel(kernelName, "wasm");
    tf.registerKernel({ ...shipped, kernelName, backendName: "wasm", kernelFunc });
  }
}
