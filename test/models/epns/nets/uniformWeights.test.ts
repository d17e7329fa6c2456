import { expect, it } from "vitest";
import { uniformWeights } from "../../../../src/models/epns/nets/uniformWeights.js";
import { Key } from "../../../../src/random/key.js";

it("has the shape, stays within 1/√fan-in and fills it, at ten seeds", () => {
  for (let seed = 0; seed < 10; seed++) {
    const { data, shape } = uniformWeights(Key.root(seed), [3, 3, 4, 50]);
    expect(shape).toEqual([3, 3, 4, 50]);
    expect(data).toHaveLength(1800);
    const largest = Math.max(...data.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(1 / 6);
    expect(largest).toBeGreaterThan(0.98 / 6); // fails with probability .98^1800 < 1e-15
  }
});
