import { beforeAll, describe, expect, it } from "vitest";
import { crossEntropy } from "../../../src/models/sgnn/crossEntropy.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-wasm"));

describe("crossEntropy", () => {
  const loss = crossEntropy(3);

  it("is −Σ y log softmax(f), averaged over rows", () => {
    const value = tf.tidy(() =>
      loss.mean(tf.tensor2d([[1, 2, 3], [0, 0, 0]]), tf.tensor2d([[0, 1, 0], [0.5, 0.5, 0]])).dataSync()[0],
    );
    const first = Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)) - 2;
    expect(value).toBeCloseTo((first + Math.log(3)) / 2, 6);
  });

  it("encodes a class as its indicator and takes probabilities as they are", () => {
    expect(loss.encode(2)).toEqual([0, 0, 1]);
    expect(loss.encode([0.25, 0.5, 0.25])).toEqual([0.25, 0.5, 0.25]);
  });

  it("predicts probabilities, also from large outputs", () => {
    const p = loss.decode(Float64Array.of(1000, 999, -1000));
    expect(p[0] / p[1]).toBeCloseTo(Math.E, 12);
    expect(p.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
  });

  it("refuses training targets among which a class never occurs", () => {
    const rows = (...targets: (number | number[])[]) => ({ data: Float64Array.from(targets.flatMap((y) => [...Array.from(loss.encode(y))])), width: 3 });
    expect(() => loss.requireTargets!(rows(0, 1, 1))).toThrow(
      new RangeError("target must take every class in [0, 3) in training, got none of class 2 in 3 pairs"),
    );
    expect(() => loss.requireTargets!(rows(0, 1, [0, 0.5, 0.5]))).not.toThrow();
  });

  it("refuses targets and class numbers outside their domains", () => {
    for (const target of [3, -1, 0.5, NaN, [1, 0], [0.5, 0.6, 0], [NaN, 1, 0]]) {
      expect(() => loss.encode(target)).toThrow(RangeError);
    }
    for (const classes of [1, 2.5, NaN]) expect(() => crossEntropy(classes)).toThrow(RangeError);
  });
});
