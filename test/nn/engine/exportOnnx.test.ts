import { expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { compileStep } from "../../../src/nn/engine/compileStep.js";
import { exportOnnx } from "../../../src/nn/engine/exportOnnx.js";
import { startWasmRuntime } from "../../../src/nn/engine/runtime/wasmRuntime.js";
import { mlp } from "../../../src/nn/mlp.js";
import { upload } from "../../../src/nn/hostTensor.js";
import { tf } from "../../../src/nn/tf.js";
import { Key } from "../../../src/random/key.js";
import { distance, reals, someRuntime } from "./agreement.js";

it("a net is a file with its weights in it, which gives the same outputs elsewhere", async () => {
  await selectBackend("tfjs-cpu");
  const net = mlp({ inputs: 3, hidden: [8], outputs: 2 });
  const parameters = upload(net.init(Key.root(0)));
  const file = exportOnnx(({ x }) => ({ y: net.apply(parameters, x as tf.Tensor2D) }), { x: { shape: [5, 3], type: "float32" } });
  const x = reals([5, 3], "x");
  const expected = net.apply(parameters, tf.tensor2d(x.data, [5, 3])).dataSync();
  tf.dispose(parameters);
  const session = await (await someRuntime()).loadModel(file);
  const { y } = await session.run({ x });
  await session.release();
  expect(y.shape).toEqual([5, 2]);
  expect(distance(y.data, expected)).toBeLessThan(1e-6);
});

it("a trained model of tf.layers is a file with its weights in it, whose only input is the model's", async () => {
  const { layers } = tf;
  const model = tf.sequential({ layers: [layers.gru({ units: 8, inputShape: [5, 3] }), layers.batchNormalization(), layers.dense({ units: 2 })] });
  const optimiser = tf.train.adam(0.05);
  const [x, y] = [reals([4, 5, 3], "x"), reals([4, 2], "y")];
  const runtime = await someRuntime();
  const loss = (given: tf.NamedTensorMap): tf.Scalar => tf.losses.meanSquaredError(given.y, model.apply(given.x, { training: true }) as tf.Tensor);
  const training = compileStep((given) => ({ loss: optimiser.minimize(() => loss(given), true)! }), { runtime });
  for (let t = 0; t < 20; t++) await training.run({ x, y });
  const file = exportOnnx(({ x }) => ({ y: model.apply(x) as tf.Tensor }), { x: { shape: [4, 5, 3], type: "float32" } });
  await training.release();
  const expected = (model.predict(tf.tensor(x.data, [4, 5, 3])) as tf.Tensor).dataSync();
  for (const start of [await startWasmRuntime(), { status: "started", runtime } as const]) {
    if (start.status !== "started") throw new Error("onnxruntime-web does not load");
    const session = await start.runtime.loadModel(file);
    expect(distance((await session.run({ x })).y.data, expected)).toBeLessThan(1e-5);
    await session.release();
  }
});
