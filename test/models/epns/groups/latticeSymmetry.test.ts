import { expect, it } from "vitest";
import { drawLatticeSymmetry, requireLatticeSymmetry } from "../../../../src/models/epns/groups/latticeSymmetry.js";
import { Key } from "../../../../src/random/key.js";

it("draws every shift and every order as often as any other, at ten seeds", () => {
  // 6 cells of 900 draws each over 3 shifts × 2 orders: 6 sd of a binomial count, p < 1e-8 for each of 60 counts
  const draws = 5400;
  for (let seed = 0; seed < 10; seed++) {
    const stream = Key.root(seed).stream();
    const counts = new Map<string, number>();
    for (let i = 0; i < draws; i++) {
      const { order, shift } = drawLatticeSymmetry(stream, 2, 3);
      const name = `${[...Array.from(order)].join("")}|${shift[0]}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - draws / 6)).toBeLessThan(6 * Math.sqrt((draws / 6) * (5 / 6)));
  }
});

it.each([[0, 5, "cells must be an integer >= 1, got 0"], [2, 2, "size must be an integer >= 3, got 2"], [NaN, 5, "got NaN"]])("refuses %s cells on size %s", (cells, size, why) => {
  expect(() => drawLatticeSymmetry(Key.root(0).stream(), cells, size)).toThrow(why);
});

it.each([[[5, 0]], [[-1, 0]], [[0, 0.5]], [[NaN, 0]], [[1]], [[1, 1, 1]]] as unknown as [[number, number]][])("refuses the shift %j on size 5", (shift) => {
  expect(() => requireLatticeSymmetry({ order: [0], shift }, 1, 5)).toThrow(new RangeError(`shift must be two integers in [0, 5), got [${shift.join(", ")}]`));
});
