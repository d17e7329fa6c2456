import { expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { exportOnnx } from "../../../src/nn/engine/exportOnnx.js";
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
  const session = await (await someRuntime()).load(file);
  const { y } = await session.run({ x });
  await session.release();
  expect(y.shape).toEqual([5, 2]);
  expect(distance(y.data, expected)).toBeLessThan(1e-6);
});
