import { describe, expect, it } from "vitest";
import { Stream } from "../../src/random/stream.js";
import { categorical } from "../../src/random/categorical.js";
import { drawMany, expectPmf, expectReproducible, streamOf } from "./goodnessOfFit.js";

describe("categorical", () => {
  it("is reproducible", () => expectReproducible((s) => categorical(s, [0.2, 0.3, 0.5])));

  it.each([[[1]], [[0.5, 0.5]], [[0.1, 0, 0.6, 0.3, 0]], [Array.from({ length: 64 }, () => 1 / 64)]])(
    "follows %j",
    (p) => {
      expectPmf(drawMany("law", (s) => categorical(s, p)), (i) => p[i] ?? 0);
    },
  );

  it("takes typed arrays", () => {
    const p = new Float32Array([0.25, 0.75]);
    expectPmf(drawMany("typed", (s) => categorical(s, p)), (i) => p[i] ?? 0);
  });

  it("never gives an index of probability 0", () => {
    const draws = drawMany("zero", (s) => categorical(s, [0, 0.5, 0, 0.5, 0]));
    expect(draws.every((i) => i === 1 || i === 3)).toBe(true);
  });

  it("stays in range at both ends of the uniform, also where the sum is rounded", () => {
    class Constant extends Stream {
      constructor(readonly value: number) {
        super([1, 0, 0, 0]);
      }
      override uniform(): number {
        return this.value;
      }
    }
    const tenths = Array.from({ length: 10 }, () => 0.1); // sums to 1 − 1.1e-16
    for (const p of [tenths, [...tenths, 0], [1 + 5e-10, 0], [0.3, 0.7 - 5e-10, 0]]) {
      const last = p.findLastIndex((x) => x > 0);
      expect(categorical(new Constant(1 - 2 ** -53), p)).toBe(last);
      expect(categorical(new Constant(0), p)).toBe(0);
    }
  });

  it.each([[[0.5, 0.6]], [[]], [[0.5]], [[1 + 1e-8]], [[Infinity, 1]]])("refuses the sum of %j", (p) => {
    expect(() => categorical(streamOf("bad"), p)).toThrow(/^probabilities must sum to 1 within 1e-9, got /);
  });

  it.each([[[0.5, -0.1, 0.6], "probabilities[1] must be ≥ 0, got -0.1"], [[NaN, 1], "probabilities[0] must be ≥ 0, got NaN"]] as const)(
    "refuses the entries of %j",
    (p, message) => {
      expect(() => categorical(streamOf("bad"), p)).toThrow(new RangeError(message));
    },
  );
});
