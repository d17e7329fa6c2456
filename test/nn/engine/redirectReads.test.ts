import { expect, it } from "vitest";
import { selectBackend } from "../../../src/nn/backend.js";
import { redirectReads } from "../../../src/nn/engine/redirectReads.js";
import { tf } from "../../../src/nn/tf.js";

it("sends readers of one tensor elsewhere until it ends", async () => {
  await selectBackend("tfjs-cpu");
  const [a, b] = [tf.scalar(1), tf.scalar(2)];
  const other = Float32Array.of(7);
  const read = async (tensor: tf.Tensor): Promise<number[]> => [tensor.dataSync()[0], (await tensor.data())[0]];
  const end = redirectReads((dataId) => dataId === a.dataId, { readSync: () => other, read: async () => other });
  expect([await read(a), await read(b)]).toEqual([[7, 7], [2, 2]]);
  end();
  expect([await read(a), await read(b)]).toEqual([[1, 1], [2, 2]]);
  tf.dispose([a, b]);
});
