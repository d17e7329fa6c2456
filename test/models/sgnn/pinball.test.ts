import { beforeAll, describe, expect, it } from "vitest";
import { pinball } from "../../../src/models/sgnn/pinball.js";
import { selectBackend } from "../../../src/nn/backend.js";
import { tf } from "../../../src/nn/tf.js";

beforeAll(() => selectBackend("tfjs-wasm"));

const LEVELS = [0.1, 0.5, 0.9];
const loss = (levels: number[], outputs: number[][], targets: number[]): number =>
  tf.tidy(() => pinball(levels).mean(tf.tensor2d(outputs), tf.tensor2d(targets, [targets.length, 1])).dataSync()[0]);

describe("pinball", () => {
  it("weighs errors above by τ and below by 1 − τ", () => {
    expect(loss(LEVELS, [[1, 1, 1]], [3])).toBeCloseTo((2 * (0.1 + 0.5 + 0.9)) / 3, 6);
    expect(loss(LEVELS, [[1, 1, 1]], [-1])).toBeCloseTo((2 * (0.9 + 0.5 + 0.1)) / 3, 6);
  });

  it("is least at the quantile of the targets, among constants", () => {
    const targets = Array.from({ length: 100 }, (_, i) => i + 0.5);
    for (const level of LEVELS) {
      const losses = targets.map((f) => loss([level], targets.map(() => [f]), targets));
      expect(Math.abs(targets[losses.indexOf(Math.min(...losses))] - 100 * level)).toBeLessThanOrEqual(1);
    }
  });

  it("has one output per level, for scalar targets, and says which levels in its id", () => {
    expect(pinball(LEVELS).outputs(1)).toBe(3);
    expect(pinball(LEVELS).id).toBe("pinball(0.1,0.5,0.9)");
    expect(() => pinball(LEVELS).outputs(2)).toThrow("pinball takes scalar targets, got width 2");
  });

  it("refuses levels outside (0, 1)", () => {
    for (const levels of [[], [0], [1], [0.5, NaN]]) expect(() => pinball(levels)).toThrow(RangeError);
  });
});
