import { beforeAll, expect, it } from "vitest";
import { persistenceTerm } from "../../../../../src/models/epns/cells/rivals/persistenceTerm.js";
import { selectBackend } from "../../../../../src/nn/backend.js";
import { upload } from "../../../../../src/nn/hostTensor.js";
import { tf } from "../../../../../src/nn/tf.js";
import { Key } from "../../../../../src/random/key.js";

beforeAll(() => selectBackend("tfjs-cpu"));

it("weighs the occupancy, and starts so that a site with 9 entities stays with probability .87", () => {
  const term = persistenceTerm("stay");
  const occupancy = tf.tensor([0, 1, 0, 0, 0, 0, 0, 0, 0], [1, 9, 1, 1]);
  const logits = term.apply(upload(term.init(Key.root(0))), occupancy);
  expect([...logits.dataSync()]).toEqual([0, 4, 0, 0, 0, 0, 0, 0, 0]);
  expect(tf.softmax(tf.reshape(logits, [1, 9])).dataSync()[1]).toBeCloseTo(0.87, 2);
});
