import { afterAll, expect, it } from "vitest";
import { NotTraceable } from "../../../src/nn/engine/notTraceable.js";
import { returnedTensors } from "../../../src/nn/engine/returnedTensors.js";
import { tf } from "../../../src/nn/tf.js";

const x = tf.scalar(1);
afterAll(() => x.dispose());

it("lets named tensors through", () => {
  const result = { y: x, z: x };
  expect(returnedTensors(result)).toBe(result);
});

it.each<[unknown, string]>([
  [x, "it returns a tensor, not named tensors such as { y }"],
  [3, "it returns a number, not named tensors such as { y }"],
  [undefined, "it returns undefined, not named tensors such as { y }"],
  [null, "it returns null, not named tensors such as { y }"],
  [{}, "it returns no tensors"],
  [{ y: x, z: 3 }, "its output z is a number, not a tensor"],
  [{ y: [x] }, "its output y is an array, not a tensor"],
  [{ y: undefined }, "its output y is undefined, not a tensor"],
  [{ y: { z: x } }, "its output y is an object, not a tensor"],
])("refuses anything else: %#", (result, why) => {
  expect(() => returnedTensors(result)).toThrow(new NotTraceable(why));
});
