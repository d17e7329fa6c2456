import { celestial, type CellKernel, cellKernel, cellularPotts, crowdModel, Key } from "simverdict";
import { describe, expect, test } from "vitest";
import type { HeldBodies } from "../../../theorems/epns/checked-kernel.js";
import { bodyKernelFault, cellKernelFault, stepSize, TOLERANCE } from "../../../theorems/epns/kernel-commutation.js";

const key = Key.root(3);
const world = celestial();

/** A kernel without noise, whose step adds f of every number to it. */
const adding = (f: (value: number, at: number) => number): HeldBodies => {
  const step = (state: Float64Array): Float64Array => state.map((value, at) => value + f(value, at));
  return { ...world, noise: () => new Float64Array(15), step: (_, state) => step(state), stepWithNoise: step };
};

describe("bodies", () => {
  test("what stays where it is commutes, though its increments are rounding", () => {
    for (let seed = 0; seed < 20; seed++) expect(bodyKernelFault(adding(() => 0), Key.root(seed)).error).toBeLessThan(TOLERANCE);
  });

  test("float32 keeps the tolerance however small the step is", () => {
    const single: HeldBodies = { ...world, stepWithNoise: (state) => state.map((value) => Math.fround(value)) };
    for (let seed = 0; seed < 20; seed++) expect(bodyKernelFault(single, Key.root(seed)).error).toBeLessThan(TOLERANCE);
  });

  test("a small step that prefers an axis is found", () => {
    expect(bodyKernelFault(adding((_, at) => (at % 7 === 4 ? 1e-4 : 0)), key).error).toBeGreaterThan(TOLERANCE);
  });

  test("the fault names the element, and what of it shows the error", () => {
    const { error, describe } = bodyKernelFault(adding((_, at) => (at % 7 === 4 ? 0.1 : 0)), key);
    const parts = /^error (\S+) \(turned alone (\S+), moved alone (\S+), reordered alone (\S+)\) at g: matrix \[.*\], translation \[.*\], order \[[0-4, ]+\]$/.exec(describe())!;
    const [all, turned, moved, reordered] = parts.slice(1).map(Number);
    expect([all, turned]).toEqual([Number(error.toExponential(1)), all]);
    expect(Math.max(moved, reordered)).toBeLessThan(1e-12);
  });
});

test("a step is at least a thousandth of its state", () => {
  expect(stepSize(new Float64Array([3, 4]), new Float64Array([3, 14]))).toBe(10);
  expect(stepSize(new Float64Array([3, 4]), new Float64Array([3, 4]))).toBeCloseTo(5e-3, 12);
});

test("cells: the fault names the element, and what of it shows the flips", () => {
  const [model, lattice] = [crowdModel({ hidden: 4 }), { size: 12, cells: 4 }];
  const potts = cellularPotts({ ...lattice, monteCarloSteps: 3 });
  const kernel = cellKernel(model, { ...lattice, parameters: model.init(key), init: (own) => potts.init(own) });
  expect(cellKernelFault(kernel, key).error).toBeLessThanOrEqual(1);
  const first: Pick<CellKernel, "init" | "noise" | "step" | "stepWithNoise"> = {
    ...kernel,
    stepWithNoise: (state, { latents, gumbel }) => kernel.stepWithNoise(state, { latents, gumbel: gumbel.map((value, at) => value + (Math.floor(at / 144) === 1 ? 3 : 0)) }),
  };
  const { error, describe } = cellKernelFault(first, key);
  expect(error).toBeGreaterThan(1);
  expect(describe()).toMatch(/^\d+ sites for 4 elements, \d+ of them \(renamed alone [1-9]\d*, moved alone 0\) at g: order \[[0-3, ]+\], shift \[\d+, \d+\]$/);
});
