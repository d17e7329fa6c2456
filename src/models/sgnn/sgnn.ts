import { download, type HostTensors, type Tensors, upload } from "../../nn/hostTensor.js";
import { mlp } from "../../nn/mlp.js";
import { type Standardisation, standardise } from "../../nn/standardisation.js";
import { tf } from "../../nn/tf.js";
import { featureRows } from "./featureRows.js";
import type { SgnnProblem } from "./problem.js";

/** Rows that pass through the net at once. */
const CHUNK = 4096;

/** Everything that training an SGNN determines: plain data, enough to restore it. */
export interface SgnnState {
  readonly hidden: readonly number[];
  readonly parameters: HostTensors;
  /** Centre and scale of the features. */
  readonly features: Standardisation;
  /** Centre and scale of the outputs. */
  readonly outputs: Standardisation;
  /** Mean training loss, in standard units, after so many steps. */
  readonly losses: readonly { readonly step: number; readonly loss: number }[];
}

/** A simulation-grounded neural network: an amortised predictor of a target of θ from x. */
export interface Sgnn<X> {
  /** One row per x: the target in its own units, a quantile per level, or a probability per class. */
  readonly predict: (xs: readonly X[]) => Float64Array[];
  /** One row per x: the activations of the last hidden layer, for attribution to simulations. */
  readonly embed: (xs: readonly X[]) => Float64Array[];
  readonly state: SgnnState;
}

/**
 * The predictor that a trained state stands for; the backend must have been selected.
 *
 * It holds plain arrays only, so there is nothing to dispose.
 *
 * @param problem what the net was trained for; its simulator is not used
 * @param state as `fitSgnn` found it
 * @returns deterministic predictions and embeddings; both throw RangeError on features that are not finite or
 *   have another width than those trained on
 */
export function sgnn<Theta, X>(problem: SgnnProblem<Theta, X>, state: SgnnState): Sgnn<X> {
  const width = state.features.mean.length;
  const { mean, scale } = state.outputs;
  const net = mlp({ inputs: width, hidden: state.hidden, outputs: mean.length });
  const forward = (xs: readonly X[], run: (parameters: Tensors, x: tf.Tensor2D) => tf.Tensor2D): Float64Array[] => {
    if (xs.length === 0) return [];
    const features = featureRows(xs, problem.features, width);
    const inputs = standardise(features, state.features);
    const result: Float64Array[] = [];
    for (let at = 0; at < xs.length; at += CHUNK) {
      const rows = Math.min(CHUNK, xs.length - at);
      const chunk = { data: inputs.subarray(at * width, (at + rows) * width), shape: [rows, width] };
      const output = tf.tidy(() => run(upload(state.parameters), upload({ chunk }).chunk as tf.Tensor2D));
      result.push(...rowsOf(output));
      output.dispose();
    }
    return result;
  };
  return {
    state,
    embed: (xs) => forward(xs, net.embed),
    predict: (xs) =>
      forward(xs, net.apply).map((row) => problem.loss.decode(row).map((f, j) => mean[j] + scale[j] * f)),
  };
}

function rowsOf(tensor: tf.Tensor2D): Float64Array[] {
  const [rows, width] = tensor.shape;
  const { data } = download({ tensor }).tensor;
  return Array.from({ length: rows }, (_, i) => Float64Array.from(data.subarray(i * width, (i + 1) * width)));
}
