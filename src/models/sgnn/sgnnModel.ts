import { upload } from "../../nn/hostTensor.js";
import { mlp } from "../../nn/mlp.js";
import type { TensorModel } from "../../nn/engine/tensorModel.js";
import { tf } from "../../nn/tf.js";
import type { Loss } from "./loss.js";
import type { SgnnState } from "./sgnn.js";

/**
 * A trained SGNN as a function of tensors, with everything in it: standardisation, net, and the loss's decoding.
 *
 * prediction = μ_y + σ_y · decode(f((features − μ_x) / σ_x)), in single precision
 *
 * @param state what training found
 * @param loss what the net was trained with
 * @param rows number of predictions at once, an integer ≥ 1: shapes of a graph are fixed
 * @returns `features`, shape [rows, width] in the units of the problem's features → `prediction`, shape [rows, k], as
 *   `Sgnn.predict` gives it up to rounding
 * @throws RangeError if rows is not an integer ≥ 1
 * @source Dudley & Eisenberg 2025, arXiv 2509.18990 (simulation-grounded neural networks)
 */
export function sgnnModel(state: SgnnState, loss: Loss, rows: number): TensorModel {
  if (!Number.isInteger(rows) || rows < 1) throw new RangeError(`rows must be an integer ≥ 1, got ${rows}`);
  const { features, outputs, parameters, hidden } = state;
  const width = features.mean.length;
  const net = mlp({ inputs: width, hidden, outputs: outputs.mean.length });
  const row = (values: Float64Array): tf.Tensor1D => tf.tensor1d(Float32Array.from(values));
  return {
    inputs: { features: { shape: [rows, width], type: "float32" } },
    predict: (given) => {
      const standardised = tf.div<tf.Tensor2D>(tf.sub(given.features, row(features.mean)), row(features.scale));
      const decoded = loss.decodeRows(net.apply(upload(parameters), standardised));
      return { prediction: tf.add(tf.mul(decoded, row(outputs.scale)), row(outputs.mean)) };
    },
  };
}
