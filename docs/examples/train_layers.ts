// A model of tf.layers, trained by a compiled step with dropout, as a function of tensors to be exported.
import { compileStep, dropoutMask, type HostTensor, Key, noiseTensor, runtimeInUse, selectBackend, tf, type TensorModel } from "simverdict";

const [STEPS, BATCH, HIDDEN] = [3_000, 64, 64];
const key = Key.root(0);

/** y = x₀ x₁, at standard normal x */
function batchOf(step: number): Record<"x" | "y", HostTensor> {
  const x = noiseTensor(key.fold("data").fold(step), [BATCH, 2]);
  const y = Float32Array.from({ length: BATCH }, (_, i) => x.data[2 * i] * x.data[2 * i + 1]);
  return { x, y: { data: y, shape: [BATCH, 1] } };
}

async function trained(): Promise<TensorModel> {
  await selectBackend();
  const dense = (units: number, activation: "relu" | "linear", seed: number) =>
    tf.layers.dense({ units, activation, kernelInitializer: tf.initializers.glorotUniform({ seed }) });
  const [input, mask] = [tf.input({ shape: [2] }), tf.input({ shape: [HIDDEN] })];
  const hidden = tf.layers.multiply().apply([dense(HIDDEN, "relu", 1).apply(input) as tf.SymbolicTensor, mask]);
  const output = dense(1, "linear", 3).apply(dense(HIDDEN, "relu", 2).apply(hidden)) as tf.SymbolicTensor;
  const net = tf.model({ inputs: [input, mask], outputs: output });

  const optimiser = tf.train.adam(3e-3);
  const { run, release } = compileStep(
    (given) => ({ loss: optimiser.minimize(() => tf.losses.meanSquaredError(given.y, net.apply([given.x, given.mask]) as tf.Tensor), true)! }),
    { runtime: runtimeInUse(), steps: STEPS },
  );
  for (let step = 0; step < STEPS; step++) {
    await run({ ...batchOf(step), mask: dropoutMask(key.fold("dropout").fold(step), [BATCH, HIDDEN], 0.05) });
  }
  await release(); // the variables of the net hold what was trained from here on
  return {
    inputs: { x: { shape: [1, 2], type: "float32" } },
    predict: ({ x }) => ({ y: net.apply([x, tf.ones([1, HIDDEN])]) as tf.Tensor }),
  };
}
export const model = trained();
