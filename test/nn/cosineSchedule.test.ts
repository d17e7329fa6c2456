import { describe, expect, it } from "vitest";
import { cosineSchedule } from "../../src/nn/cosineSchedule.js";

describe("cosineSchedule", () => {
  it("starts at the peak without a warm-up and falls along half a cosine", () => {
    const rate = cosineSchedule({ peak: 2, steps: 4 });
    [2, 1 + Math.SQRT1_2, 1, 1 - Math.SQRT1_2].forEach((expected, t) => expect(rate(t)).toBeCloseTo(expected, 12));
  });

  it("rises linearly to the peak, then falls, and stays positive", () => {
    const rate = cosineSchedule({ peak: 1, steps: 100, warmUp: 4 });
    expect([0, 1, 2, 3, 4].map(rate)).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
    for (let t = 5; t < 100; t++) {
      expect(rate(t)).toBeLessThan(rate(t - 1));
      expect(rate(t)).toBeGreaterThan(0);
    }
  });

  it("refuses values outside their domains", () => {
    expect(() => cosineSchedule({ peak: NaN, steps: 4 })).toThrow("peak must be a finite number > 0, got NaN");
    expect(() => cosineSchedule({ peak: 1, steps: 0 })).toThrow(RangeError);
    expect(() => cosineSchedule({ peak: 1, steps: 4, warmUp: 4 })).toThrow("warmUp must be an integer in [0, 4), got 4");
  });
});
