import { download, type HostTensors, upload } from "../hostTensor.js";
import { tf } from "../tf.js";
import { callNow } from "./callNow.js";
import type { TensorFunction } from "./trace.js";

/**
 * Call a function of named tensors with named arrays, on the active backend.
 *
 * @param f the function
 * @param inputs name → data and shape
 * @returns its outputs; nothing stays on the backend
 * @throws TypeError, RangeError as `callNow` does
 */
export function eagerly(f: TensorFunction, inputs: HostTensors): HostTensors {
  const outputs = tf.tidy(() => callNow(f, upload(inputs)) as tf.NamedTensorMap);
  const host = download(outputs);
  tf.dispose(outputs);
  return host;
}
