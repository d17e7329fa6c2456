import { adamRates } from "../../nn/adam.js";
import { selectBackend } from "../../nn/backend.js";
import { cosineSchedule } from "../../nn/cosineSchedule.js";
import { epochBatches } from "../../nn/epochBatches.js";
import type { HostTensor } from "../../nn/hostTensor.js";
import { mlp } from "../../nn/mlp.js";
import { type Standardisation, standardisation, standardise } from "../../nn/standardisation.js";
import type { tf } from "../../nn/tf.js";
import { train } from "../../nn/training.js";
import type { Key } from "../../random/key.js";
import { rowTable } from "./featureRows.js";
import type { SgnnProblem } from "./problem.js";
import { sgnn, type Sgnn } from "./sgnn.js";
import { simulatePair } from "./simulatePair.js";

/** How much is simulated and trained, and how large the net is. */
export interface SgnnOptions {
  /** n, the number of simulated pairs: an integer ≥ 1. */
  readonly simulations: number;
  /** Number of training steps, an integer ≥ 1. */
  readonly steps: number;
  /** Pairs per step, an integer ≥ 1; 128 if not given. */
  readonly batch?: number;
  /** Widths of the hidden layers; [64, 64] if not given. */
  readonly hidden?: readonly number[];
  /** Largest learning rate of the cosine schedule, positive; 5e-3 if not given. */
  readonly learningRate?: number;
  /** Decoupled decay of weight matrices, ≥ 0; 0 if not given. */
  readonly weightDecay?: number;
}

/**
 * Train a simulation-grounded neural network: only on pairs drawn from a simulator.
 *
 * f = argmin Σ_i ℓ(f(features(x_i)), target(θ_i)),  (θ_i, x_i) ~ p(θ) p(x | θ), i ≤ n
 *
 * A multilayer perceptron (silu) on standardised features, and targets where the loss is in standard units; Adam
 * (with decoupled weight decay if asked), a cosine schedule after a warm-up of 3 % of the steps, batches in reshuffled passes.
 *
 * @param problem simulator, features, target and loss
 * @param options sizes
 * @param key names everything random: "pairs", "parameters", "batches"
 * @returns the trained predictor; equal arguments give equal bits on the WASM and JavaScript backends
 * @throws RangeError if an option, a feature or a target is out of its domain, or a class never occurs among the pairs
 * @throws Error naming the step if the loss is not finite
 * @source Dudley & Eisenberg 2025, arXiv 2509.18990 (simulation-grounded neural networks)
 */
export async function fitSgnn<Theta, X>(
  problem: SgnnProblem<Theta, X>,
  options: SgnnOptions,
  key: Key,
): Promise<Sgnn<X>> {
  const { simulations, steps, batch = 128, hidden = [64, 64], learningRate = 5e-3, weightDecay = 0 } = options;
  if (!Number.isInteger(simulations) || simulations < 1) {
    throw new RangeError(`simulations must be an integer ≥ 1, got ${simulations}`);
  }
  adamRates(learningRate, weightDecay, 1); // refuses bad rates before anything is simulated
  const { loss } = problem;
  const batchOf = epochBatches(simulations, batch, key.fold("batches"));
  const rate = cosineSchedule({ peak: learningRate, steps, warmUp: Math.floor(0.03 * steps) });
  await selectBackend();

  const pairKey = key.fold("pairs");
  const [xs, ys] = [rowTable(simulations, "features"), rowTable(simulations, "target")];
  for (let i = 0; i < simulations; i++) {
    const pair = simulatePair(problem.simulator, pairKey.fold(i));
    xs.add(problem.features(pair.x));
    ys.add(loss.encode(problem.target(pair.theta)));
  }
  const [x, y] = [xs.rows(), ys.rows()];
  loss.requireTargets?.(y);
  const features = standardisation(x);
  const targets = loss.standardised ? standardisation(y) : identity(y.width);
  const inputs = standardise(x, features);
  const labels = standardise(y, targets);
  const outputs = loss.outputs(y.width);
  const net = mlp({ inputs: x.width, hidden, outputs });

  const { parameters, losses } = await train({
    parameters: net.init(key.fold("parameters")),
    objective: (p, { x, y }) => loss.mean(net.apply(p, x as tf.Tensor2D), y as tf.Tensor2D),
    steps,
    learningRate: rate,
    weightDecay,
    inputs: (step) => {
      const rows = batchOf(step);
      return { x: gather(inputs, x.width, rows), y: gather(labels, y.width, rows) };
    },
  });
  return sgnn(problem, { hidden, parameters, features, outputs: spread(targets, outputs), losses });
}

function identity(width: number): Standardisation {
  return { mean: new Float64Array(width), scale: new Float64Array(width).fill(1) };
}

/** The centre and scale of outputs: those of the target component that each output is about. */
function spread({ mean, scale }: Standardisation, outputs: number): Standardisation {
  const over = (values: Float64Array): Float64Array =>
    new Float64Array(outputs).map((_, j) => values[j % values.length]);
  return { mean: over(mean), scale: over(scale) };
}

function gather(data: Float32Array, width: number, rows: Uint32Array): HostTensor {
  const picked = new Float32Array(rows.length * width);
  let at = 0;
  // number by number: rows are short, and a view of each costs more than the whole training step
  for (const row of rows) for (let i = row * width; i < (row + 1) * width; i++) picked[at++] = data[i];
  return { data: picked, shape: [rows.length, width] };
}
