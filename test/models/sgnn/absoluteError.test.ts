import { beforeAll, describe, expect, it } from "vitest";
import { absoluteError } from "../../../src/models/sgnn/absoluteError.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const loss = (outputs: number[][], targets: number[][]): number =>
  tf.tidy(() => absoluteError.mean(tf.tensor2d(outputs), tf.tensor2d(targets)).dataSync()[0]);

describe("absoluteError", () => {
  it("is its formula, averaged over rows and components", () => {
    expect(loss([[1, 2], [3, 4]], [[0, 4], [3, 7]])).toBeCloseTo((1 + 2 + 0 + 3) / 4, 6);
  });

  it("is least at the median of the targets, among constants", () => {
    const targets = [[0], [0.1], [0.2], [1], [4]];
    const candidates = Array.from({ length: 41 }, (_, i) => i / 10);
    const losses = candidates.map((f) => loss(targets.map(() => [f]), targets));
    const best = candidates[losses.indexOf(Math.min(...losses))];
    expect(best).toBeCloseTo(0.2, 12);
  });

  it("has as many outputs as the target has components, and takes finite targets only", () => {
    expect(absoluteError.outputs(3)).toBe(3);
    expect(Array.from(absoluteError.encode(2))).toEqual([2]);
    expect(Array.from(absoluteError.encode([2, 3]))).toEqual([2, 3]);
    expect(() => absoluteError.encode(NaN)).toThrow("a target must be finite numbers, got [NaN]");
  });
});
