import { expect, it } from "vitest";
import { noiseTensor } from "../../src/nn/noiseTensor.js";
import { Key } from "../../src/random/key.js";
import { normal } from "../../src/random/normal.js";

it("holds draws of the key's stream, in order, in float32", () => {
  const stream = Key.root(3).stream();
  const expected = Array.from({ length: 6 }, () => Math.fround(normal(stream)));
  expect(noiseTensor(Key.root(3), [2, 3])).toEqual({ data: Float32Array.from(expected), shape: [2, 3] });
});

it("takes another law", () => {
  expect([...noiseTensor(Key.root(0), [2], () => 7).data]).toEqual([7, 7]);
});
