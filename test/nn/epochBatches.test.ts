import { describe, expect, it } from "vitest";
import { epochBatches } from "../../src/nn/epochBatches.js";
import { Key } from "../../src/random/key.js";

const sorted = (indices: Iterable<number>): number[] => [...indices].sort((a, b) => a - b);
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe("epochBatches", () => {
  it("passes through every example once per epoch, also where batches span epochs", () => {
    const batch = epochBatches(10, 4, Key.root(0));
    const indices = range(5).flatMap((step) => [...batch(step)]);
    expect(sorted(indices.slice(0, 10))).toEqual(range(10));
    expect(sorted(indices.slice(10))).toEqual(range(10));
    expect(indices.slice(0, 10)).not.toEqual(indices.slice(10));
  });

  it("may take more than all examples at once", () => {
    expect(sorted(epochBatches(3, 6, Key.root(0))(0))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("is a pure function of the step", () => {
    const [forward, backward] = [epochBatches(10, 4, Key.root(3)), epochBatches(10, 4, Key.root(3))];
    const there = range(9).map((step) => forward(step));
    const back = range(9).reverse().map((step) => backward(step));
    expect(back.reverse()).toEqual(there);
    expect(epochBatches(10, 4, Key.root(4))(0)).not.toEqual(there[0]);
  });

  it("refuses sizes that are not positive integers", () => {
    expect(() => epochBatches(0, 4, Key.root(0))).toThrow("examples must be an integer ≥ 1, got 0");
    expect(() => epochBatches(10, NaN, Key.root(0))).toThrow("batch must be an integer ≥ 1, got NaN");
  });
});
