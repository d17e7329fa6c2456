import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { Key } from "../../src/random/key.js";
import { expectCdf } from "./goodnessOfFit.js";

const root = Key.root(0);

/** √(n − 1) times the lag-one correlation of a sequence: about standard normal for independent numbers. */
function lagOneScore(values: number[]): number {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b) / n;
  const centred = values.map((x) => x - mean);
  const variance = centred.reduce((sum, x) => sum + x * x, 0) / n;
  const covariance = centred.slice(1).reduce((sum, x, i) => sum + x * centred[i], 0) / (n - 1);
  return (covariance / variance) * Math.sqrt(n - 1);
}

describe("Key", () => {
  it("names the same randomness by the same path", () => {
    const path = (): Key => Key.root(7).fold("train").fold(3);
    expect(path().equals(path())).toBe(true);
    expect(path().toString()).toBe(path().toString());
    expect(path().equals(Key.root(8).fold("train").fold(3))).toBe(false);
    expect(path().equals(Key.root(7).fold(3).fold("train"))).toBe(false);
  });

  it("is not changed by folding or opening streams", () => {
    const key = Key.root(1);
    const before = key.toString();
    key.fold("a").stream().uniform();
    key.stream().uniform();
    expect(key.toString()).toBe(before);
  });

  it.each<[string, Key, Key]>([
    ["a number and its text", root.fold(1), root.fold("1")],
    ["two cuts of a text", root.fold("ab").fold("c"), root.fold("a").fold("bc")],
    ["one fold and two", root.fold("abc"), root.fold("ab").fold("c")],
    ["12 bytes and one more", root.fold("a".repeat(12)), root.fold("a".repeat(13))],
    ["a text and its zero-padded form", root.fold("a"), root.fold("a\0")],
    ["nothing and the empty text", root, root.fold("")],
    ["the empty text and zero bytes", root.fold(""), root.fold("\0")],
    ["a number and its negative", root.fold(1), root.fold(-1)],
    ["nearby numbers", root.fold(1), root.fold(1 + Number.EPSILON)],
    ["number words and text bytes", root.fold(0), root.fold("\0\0\0\0\0\0\0\0")],
    ["seed and fold", Key.root(5), Key.root(0).fold(5)],
  ])("tells apart %s", (_, a, b) => {
    expect(a.equals(b)).toBe(false);
    expect(a.stream().uniform()).not.toBe(b.stream().uniform());
  });

  it("takes 0 and −0 for one label, and non-ASCII text", () => {
    expect(root.fold(0).equals(root.fold(-0))).toBe(true);
    expect(root.fold("θ₁²").equals(root.fold("θ₁²"))).toBe(true);
    expect(root.fold("θ").equals(root.fold("ϑ"))).toBe(false);
  });

  it("gives no collision in 2e5 folds", () => {
    // chance of one among random 128-bit keys: 6e-29
    const keys = new Set<string>();
    for (let i = 0; i < 100_000; i++) keys.add(root.fold(i).toString()).add(root.fold(`label ${i}`).toString());
    expect(keys.size).toBe(200_000);
  });

  it("restarts its stream at every call", () => {
    const take = (): number[] => {
      const stream = root.fold("restart").stream();
      return Array.from({ length: 100 }, () => stream.uniform());
    };
    expect(take()).toEqual(take());
  });

  it("prints 32 hexadecimal digits", () => {
    for (let i = 0; i < 1000; i++) expect(root.fold(i).toString()).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53, "7" as unknown as number])("refuses seed %s", (seed) => {
    expect(() => Key.root(seed)).toThrow(new RangeError(`seed must be an integer in [0, 2^53), got ${seed}`));
  });

  it.each([NaN, Infinity, -Infinity])("refuses label %s", (label) => {
    expect(() => root.fold(label)).toThrow(RangeError);
  });

  /** The d-th draws of 10⁴ adjacent seeds or labels; each check has false alarm 2e−9 (6 sigma) or 1e−9 (KS). */
  describe.each<[string, (i: number) => Key]>([
    ["seeds", (i) => Key.root(i)],
    ["number labels", (i) => root.fold("path").fold(i)],
    ["text labels", (i) => root.fold(`path/${i}`)],
  ])("adjacent %s", (_, keyOf) => {
    it.each([1, 2, 9, 17])("are independent at draw %i", (draw) => {
      const values = Array.from({ length: 10_000 }, (_, i) => {
        const stream = keyOf(i).stream();
        for (let skip = 1; skip < draw; skip++) stream.uniform();
        return stream.uniform();
      });
      expect(Math.abs(lagOneScore(values))).toBeLessThan(6);
      expectCdf(new Float64Array(values), (x) => x);
    });
  });

  it("is needed: raw adjacent seeds of the generator fail the same check", () => {
    const values = Array.from({ length: 10_000 }, (_, seed) => {
      const generator = xoroshiro128plus(seed);
      generator.next();
      return generator.next();
    });
    expect(Math.abs(lagOneScore(values))).toBeGreaterThan(50);
  });
});
