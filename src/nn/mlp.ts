import type { Key } from "../random/key.js";
import { uniform } from "../random/uniform.js";
import type { HostTensor, HostTensors, Tensors } from "./hostTensor.js";
import { tf } from "./tf.js";

/** Widths of a fully connected net. */
export interface MlpShape {
  /** d ≥ 1, the width of x. */
  readonly inputs: number;
  /** Widths of the hidden layers, each ≥ 1; none makes the net affine. */
  readonly hidden: readonly number[];
  /** k ≥ 1, the width of the output. */
  readonly outputs: number;
  /** Non-linearity of the hidden layers; `silu` if not given. */
  readonly activation?: Activation;
}

/** silu: z / (1 + e^(−z)), smooth, and on WASM much quicker than tanh; relu: max(0, z). */
export type Activation = "silu" | "relu" | "tanh";

const ACTIVATIONS: Record<Activation, (z: tf.Tensor2D) => tf.Tensor2D> = {
  silu: (z) => tf.mul(z, tf.sigmoid(z)),
  relu: (z) => tf.relu(z),
  tanh: (z) => tf.tanh(z),
};

/** A net as pure functions of its parameters, named `weights/i` and `bias/i` for layer i. */
export interface Mlp {
  /** Fresh parameters; equal keys give equal ones. */
  readonly init: (key: Key) => HostTensors;
  /** x, shape [n, d] → activations of the last hidden layer, shape [n, width] (x itself without hidden layers). */
  readonly embed: (parameters: Tensors, x: tf.Tensor2D) => tf.Tensor2D;
  /** x, shape [n, d] → outputs, shape [n, k]. */
  readonly apply: (parameters: Tensors, x: tf.Tensor2D) => tf.Tensor2D;
}

/**
 * A multilayer perceptron with an affine output.
 *
 * h₀ = x,  h_i = a(h_{i−1} W_i + b_i),  f(x) = h_L W + b.
 * Weights start uniform on ±1/√fan-in, so small that the first net is nearly affine: a larger range fits noise where
 * simulations are scarce. Biases start at zero.
 *
 * @param shape widths of input, hidden layers and output (positive integers), and the activation a
 * @returns the net's functions; they allocate on the active backend
 * @throws RangeError if a width is not a positive integer
 * @source Elfwing et al. 2017, arXiv 1702.03118, equation 5 (silu); the initial range is the "commonly used heuristic"
 *   of Glorot & Bengio 2010, equation 1
 */
export function mlp(shape: MlpShape): Mlp {
  const widths = [shape.inputs, ...shape.hidden, shape.outputs];
  for (const width of widths) {
    if (!Number.isInteger(width) || width < 1) {
      throw new RangeError(`a layer's width must be an integer ≥ 1, got ${width}`);
    }
  }
  const activation = ACTIVATIONS[shape.activation ?? "silu"];
  const last = widths.length - 2;
  const affine = (p: Tensors, h: tf.Tensor2D, i: number): tf.Tensor2D =>
    tf.add(tf.matMul(h, p[`weights/${i}`] as tf.Tensor2D), p[`bias/${i}`]);
  const embed = (p: Tensors, x: tf.Tensor2D): tf.Tensor2D => {
    let h = x;
    for (let i = 0; i < last; i++) h = activation(affine(p, h, i));
    return h;
  };
  return {
    embed: (p, x) => tf.tidy(() => embed(p, x)),
    apply: (p, x) => tf.tidy(() => affine(p, embed(p, x), last)),
    init: (key) => {
      const parameters: Record<string, HostTensor> = {};
      for (let i = 0; i <= last; i++) {
        const [rows, columns] = [widths[i], widths[i + 1]];
        const bound = 1 / Math.sqrt(rows);
        const stream = key.fold(`weights/${i}`).stream();
        const data = Float32Array.from({ length: rows * columns }, () => uniform(stream, -bound, bound));
        parameters[`weights/${i}`] = { data, shape: [rows, columns] };
        parameters[`bias/${i}`] = { data: new Float32Array(columns), shape: [columns] };
      }
      return parameters;
    },
  };
}
