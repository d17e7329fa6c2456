import fc from "fast-check";
import { expect, it } from "vitest";
import { linearAxis, logAxis, spanOf } from "../../../src/report/pictures/axis.js";

it("ticks are multiples of 1, 2 or 5 times a power of ten, inside the range, two to six of them", () => {
  const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(finite, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (low, width) => {
      fc.pre(low + width > low + 1e-9 * Math.abs(low));
      const { ticks, at } = linearAxis("q", [low, low + width], [50, 250]);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      for (const { value } of ticks) {
        expect(at(value)).toBeGreaterThanOrEqual(50);
        expect(at(value)).toBeLessThanOrEqual(250);
      }
    }),
  );
  expect(linearAxis("q", [0, 5.9], [0, 1]).ticks.map(({ text }) => text)).toEqual(["0", "2", "4"]);
  expect(linearAxis("q", [-0.3, 0.31], [0, 1]).ticks.map(({ text }) => text)).toEqual(["−0.2", "0", "0.2"]);
});

it("an axis may run upwards, that is down the pixels", () => {
  const axis = linearAxis("q", [1, 3], [200, 100]);
  expect([1, 2, 3].map(axis.at)).toEqual([200, 150, 100]);
});

it("equal factors are equal steps on a logarithmic axis, with a tick at each value once", () => {
  const axis = logAxis("n", [80, 5, 20, 5], [0, 300]);
  expect([5, 20, 80].map(axis.at)).toEqual([0, 150, 300]);
  expect(axis.ticks.map(({ text }) => text)).toEqual(["5", "20", "80"]);
  expect(() => logAxis("n", [1, 0], [0, 1])).toThrow(new RangeError("n must be positive on a logarithmic axis, got 0"));
});

it("a span holds all values, has a width, and refuses what is not finite", () => {
  expect(spanOf("K", [2, -1, 0])).toEqual([-1, 2]);
  expect(spanOf("K", [2])).toEqual([1.5, 2.5]);
  expect(() => spanOf("K", [1, NaN])).toThrow(new RangeError("K must hold finite numbers, got NaN at 1"));
  expect(() => spanOf("K", [])).toThrow(new RangeError("K must hold at least one number, got none"));
});
