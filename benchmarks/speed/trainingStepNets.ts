import { type HostTensor, Key, mlp, tf, type TrainingTask } from "simverdict";

/**
 * How a step runs: on a backend, which compiles it, or on TensorFlow.js' WASM backend kernel by kernel; `unwrapped` is that as
 * it is shipped.
 */
export const VARIANTS = ["unwrapped", "kernel by kernel", "tfjs-wasm", "onnx-native", "onnx-wasm"] as const;
export type Variant = (typeof VARIANTS)[number];

/** Milliseconds per step. */
export interface Timing {
  /** First quartile over the steps, so that a busy machine counts for less. */
  readonly wall: number;
  readonly meanWall: number;
  /** Computing time of the whole process over the number of steps. */
  readonly cpu: number;
  /** What it took to compile the step, where it is compiled. */
  readonly compiling?: { readonly ms: number; readonly nodes: number; readonly bytes: number };
}

type Net = Pick<TrainingTask, "parameters" | "objective"> & { readonly x: readonly number[]; readonly y: readonly number[]; readonly steps: number };

/** What is trained; the number of steps is such that an ONNX runtime in WebAssembly is warm. */
export const NETS = {
  "20-64-64-1, batch 128": () => dense(20, [64, 64], 128, 4000),
  "64-256-256-1, batch 256": () => dense(64, [256, 256], 256, 3000),
  "conv 3 x 32 k5, length 128, batch 64": () => convolutional(2600),
} satisfies Record<string, () => Net>;
export type NetName = keyof typeof NETS;

function dense(inputs: number, hidden: readonly number[], batch: number, steps: number): Net {
  const net = mlp({ inputs, hidden, outputs: 1 });
  return {
    parameters: net.init(Key.root(0)),
    objective: (p, { x, y }) => tf.mean(tf.squaredDifference(net.apply(p, x as tf.Tensor2D), y)),
    x: [batch, inputs], y: [batch, 1], steps,
  };
}

function convolutional(steps: number): Net {
  const shapes = [[5, 4, 32], [5, 32, 32], [5, 32, 32], [32, 1]];
  return {
    parameters: Object.fromEntries(shapes.map((shape, i) => [`w${i}`, noise(shape, `w${i}`, 0.1)])),
    objective: (p, { x, y }) => {
      let h = x as tf.Tensor3D;
      for (let i = 0; i < 3; i++) h = tf.relu(tf.conv1d(h, p[`w${i}`] as tf.Tensor3D, 1, "same"));
      return tf.mean(tf.squaredDifference(tf.matMul(tf.mean(h, 1), p.w3), y));
    },
    x: [64, 128, 4], y: [64, 1], steps,
  };
}

/** Uniform numbers in (−scale, scale). */
export function noise(shape: readonly number[], label: string, scale = 1): HostTensor {
  const stream = Key.root(0).fold(label).stream();
  return { data: Float32Array.from({ length: shape.reduce((n, extent) => n * extent, 1) }, () => scale * (2 * stream.uniform() - 1)), shape };
}
