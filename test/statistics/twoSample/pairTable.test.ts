import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { permutation } from "../../../src/random/permutation.js";
import { gaussianKernel } from "../../../src/statistics/kernels/gaussianKernel.js";
import { pairTable } from "../../../src/statistics/twoSample/pairTable.js";
import { reference } from "./reference.js";

const pool = [...reference.x, ...reference.y];
const kernel = gaussianKernel(1);

test("equals the sums over ordered pairs, for every size of split", () => {
  const sums = pairTable(pool, kernel);
  for (const m of [0, 1, 2, 30, 37, 38, 74, 75]) {
    const order = [...permutation(Key.root(m).stream(), pool.length)];
    const [x, y] = [order.slice(0, m), order.slice(m)];
    const total = (a: number[], b: number[]): number =>
      a.flatMap((i) => b.map((j) => (i === j ? 0 : kernel(pool[i], pool[j])))).reduce((sum, v) => sum + v, 0);
    const { withinX, withinY, between } = sums(x, y);
    expect(withinX).toBeCloseTo(total(x, x), 10);
    expect(withinY).toBeCloseTo(total(y, y), 10);
    expect(between).toBeCloseTo(total(x, y), 10);
  }
});

test("does not use the diagonal, and refuses a kernel that is not finite", () => {
  expect(pairTable([[0], [1]], (a, b) => (a === b ? NaN : 3))([0], [1])).toEqual({ withinX: 0, withinY: 0, between: 3 });
  expect(() => pairTable(pool, () => NaN)).toThrow("kernel must be finite on the data, got NaN");
});
