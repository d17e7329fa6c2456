import { describe, expect, it } from "vitest";
import { standardisation, standardise } from "../../src/nn/standardisation.js";

const rows = (width: number, ...data: number[]) => ({ data: Float64Array.from(data), width });

describe("standardisation", () => {
  it("takes the moments of each column", () => {
    const { mean, scale } = standardisation(rows(2, 1, 10, 3, 30));
    expect([...mean]).toEqual([2, 20]);
    expect([...scale]).toEqual([1, 10]);
  });

  it("leaves constant columns finite, also where their mean is rounded", () => {
    const by = standardisation(rows(1, ...Array<number>(10).fill(0.1)));
    expect(by.scale[0]).toBe(1);
    expect(standardise(rows(1, 0.1), by)[0]).toBeCloseTo(0, 12);
    expect(standardisation(rows(1, 0, 0)).scale[0]).toBe(1);
  });

  it("gives standardised rows mean 0 and standard deviation 1", () => {
    const data = rows(2, 1, -5, 4, 0, 9, 2, 2, 2);
    const z = standardisation(rows(2, ...standardise(data, standardisation(data))));
    for (const j of [0, 1]) {
      expect(z.mean[j]).toBeCloseTo(0, 6);
      expect(z.scale[j]).toBeCloseTo(1, 6);
    }
  });

  it("needs a row", () => {
    expect(() => standardisation(rows(2))).toThrow(RangeError);
  });
});
