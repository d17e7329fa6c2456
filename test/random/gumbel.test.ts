import { describe, expect, it } from "vitest";
import { gumbel } from "../../src/random/gumbel.js";
import type { Stream } from "../../src/random/stream.js";
import { drawMany, expectCdf, expectReproducible } from "./goodnessOfFit.js";

describe("gumbel", () => {
  it("is reproducible", () => expectReproducible(gumbel));

  it("follows its law, and is finite", () => {
    const draws = drawMany("law", gumbel);
    expectCdf(draws, (x) => Math.exp(-Math.exp(-x)));
    expect(draws.every(Number.isFinite)).toBe(true);
  });

  it("is finite where the uniform is 0 or next to 1", () => {
    for (const u of [0, 1 - 2 ** -53]) expect(Number.isFinite(gumbel({ uniform: () => u } as Stream))).toBe(true);
  });
});
