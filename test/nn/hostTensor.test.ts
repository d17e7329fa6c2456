import { beforeAll, describe, expect, it } from "vitest";
import { selectBackend } from "../../src/nn/backend.js";
import { download, upload } from "../../src/nn/hostTensor.js";
import { tf } from "../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-wasm"));

describe("upload and download", () => {
  it("carry names, shapes, types and values there and back", () => {
    const tensors = {
      weights: { data: Float32Array.of(1, -2, 0.5, 4, 5, 6), shape: [2, 3] },
      classes: { data: Int32Array.of(7, -1), shape: [2] },
      rate: { data: Float32Array.of(0.25), shape: [] },
    };
    const uploaded = upload(tensors);
    expect(download(uploaded)).toEqual(tensors);
    tf.dispose(uploaded);
  });

  it("copy: later changes on either side are not seen on the other", () => {
    const data = Float32Array.of(1, 2);
    const uploaded = upload({ x: { data, shape: [2] } });
    const first = download(uploaded).x;
    first.data[0] = 9;
    expect(download(uploaded).x.data[0]).toBe(1);
    tf.dispose(uploaded);
  });

  it("refuse a shape that does not fit its data", () => {
    expect(() => upload({ x: { data: Float32Array.of(1, 2, 3), shape: [2, 2] } })).toThrow(
      "x has 3 values, but its shape [2, 2] holds 4",
    );
  });
});
