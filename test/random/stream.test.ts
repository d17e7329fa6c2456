import { describe, expect, it } from "vitest";
import { Stream } from "../../src/random/stream.js";
import { DRAWS, drawMany, expectCdf, expectMoments, streamOf } from "./goodnessOfFit.js";

const MASK = (1n << 64n) - 1n;
const rotate = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (64n - k))) & MASK;

/** xoroshiro128+ in 64-bit integers, with the constants (24, 16, 37) of Blackman & Vigna 2021, section 4. */
function* xoroshiro(s0: bigint, s1: bigint): Generator<bigint, never> {
  for (;;) {
    yield (s0 + s1) & MASK;
    s1 ^= s0;
    s0 = rotate(s0, 24n) ^ s1 ^ ((s1 << 16n) & MASK);
    s1 = rotate(s1, 37n);
  }
}

describe("Stream", () => {
  it("is xoroshiro128+, low word first", () => {
    const stream = new Stream([0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210]);
    const reference = xoroshiro(0x0123456789abcdefn, 0xfedcba9876543210n);
    for (let i = 0; i < 1000; i++) expect(stream.int32()).toBe(Number(BigInt.asIntN(32, reference.next().value)));
  });

  it("gives uniforms on the multiples of 2^-53 in [0, 1)", () => {
    const draws = drawMany("uniform", (stream) => stream.uniform());
    expect(draws.every((u) => u >= 0 && u < 1 && Number.isInteger(u * 2 ** 53))).toBe(true);
    expect(draws.some((u) => !Number.isInteger(u * 2 ** 52))).toBe(true);
    expectCdf(draws, (u) => u);
    expectMoments(draws, { mean: 0.5, variance: 1 / 12, excessKurtosis: -1.2 });
  });

  it("takes 27 and 26 high bits of two integers", () => {
    const [bits, uniforms] = [streamOf("bits"), streamOf("bits")];
    for (let i = 0; i < 1000; i++) {
      const high = BigInt.asUintN(32, BigInt(bits.int32())) >> 5n;
      const low = BigInt.asUintN(32, BigInt(bits.int32())) >> 6n;
      expect(uniforms.uniform()).toBe(Number((high << 26n) | low) / 2 ** 53);
    }
  });

  it("has fair and pairwise independent bits", () => {
    // 6 standard errors, p = 2e-9 for each of 32 + 31 checks
    const stream = streamOf("fair");
    const ones = new Float64Array(32);
    const agree = new Float64Array(31);
    for (let i = 0; i < DRAWS; i++) {
      const x = stream.int32();
      for (let bit = 0; bit < 32; bit++) ones[bit] += (x >>> bit) & 1;
      for (let bit = 0; bit < 31; bit++) agree[bit] += ((x ^ (x >>> 1)) >>> bit) & 1;
    }
    for (const count of [...ones, ...agree]) {
      expect(Math.abs(count - DRAWS / 2)).toBeLessThan(6 * Math.sqrt(DRAWS / 4));
    }
  });

  it.each([1, 2, 3, 10])("has no serial correlation at lag %i", (lag) => {
    // Σ (u − ½)(u' − ½) has mean 0 and standard deviation √n / 12; 6 sigma, p = 2e-9
    const draws = drawMany("lag", (stream) => stream.uniform() - 0.5);
    let sum = 0;
    for (let i = lag; i < DRAWS; i++) sum += draws[i] * draws[i - lag];
    expect(Math.abs(sum)).toBeLessThan((6 * Math.sqrt(DRAWS)) / 12);
  });
});
