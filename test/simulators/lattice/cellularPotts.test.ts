import { describe, expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { permutation } from "../../../src/random/permutation.js";
import type { CellLattice } from "../../../src/simulators/lattice/cellLattice.js";
import { cellularPotts } from "../../../src/simulators/lattice/cellularPotts.js";
import { heterotypicBoundary } from "../../../src/simulators/lattice/heterotypicBoundary.js";
import { CELL_SORTING } from "../../../src/simulators/lattice/pottsEnergy.js";
import { volumes } from "../../../src/simulators/lattice/volumes.js";
import { trajectory } from "../../../src/simulators/transitionKernel.js";
import { incompleteGamma } from "../../../src/statistics/incompleteGamma.js";

const seed = Number(process.env["TEST_SEED"] ?? 1);
const keys = Array.from({ length: 10 }, (_, i) => Key.root(seed).fold("cellular").fold(i));

test("the constants are the task's", () => {
  const kernel = cellularPotts({ size: 24, cells: 8 });
  expect(kernel.constants).toEqual(CELL_SORTING);
  expect(kernel.id).toBe(
    "cellular-potts(size=24, cells=8, temperature=10, monteCarloSteps=10, targetVolume=25, volumeStrength=1, adhesion=[[0,16,16],[16,14,11],[16,11,2]])",
  );
});

/**
 * No cell is empty, by construction. Above 2 V₀ no cell is expected: a growth from V₀ costs λ V₀² = 625 in volume alone,
 * and a larger boundary, so that its weight is about e^(−62).
 */
test.each([
  [24, 8],
  [48, 24],
])("volumes stay in [1, 2 V₀], types stay as they are: size %i, %i cells", (size, cells) => {
  const kernel = cellularPotts({ size, cells });
  for (const key of keys) {
    const states = trajectory(kernel, key, 30);
    for (const state of states) {
      expect(Math.min(...volumes(state))).toBeGreaterThanOrEqual(1);
      expect(Math.max(...volumes(state))).toBeLessThanOrEqual(50);
      expect(state.types).toEqual(states[0].types);
    }
  }
});

describe("cell sorting", () => {
  /**
   * Fisher's combination over ten trajectories of exact p-values: the rank of the final heterotypic boundary among those of
   * 199 random reassignments of the types. Where types do not matter they are exchangeable, and P(p ≤ α) ≤ α.
   */
  const sortingPValue = (adhesion: readonly (readonly number[])[]): number => {
    const kernel = cellularPotts({ size: 48, cells: 24, monteCarloSteps: 600, adhesion });
    const logs = keys.map((key) => {
      const state = kernel.init(key);
      const length = heterotypicBoundary(state);
      const stream = key.fold("relabel").stream();
      let lower = 1;
      for (let i = 0; i < 199; i++) {
        const types = state.types.slice();
        permutation(stream, 24).forEach((cell, j) => (types[j + 1] = state.types[cell + 1]));
        if (heterotypicBoundary({ ...state, types }) <= length) lower++;
      }
      return Math.log(lower / 200);
    });
    return incompleteGamma(logs.length, -logs.reduce((sum, log) => sum + log, 0)).upper;
  };

  test("lowers the heterotypic boundary: p < 1e-8 (its false-alarm probability)", () => {
    expect(sortingPValue(CELL_SORTING.adhesion)).toBeLessThan(1e-8);
  });

  test("does not happen where all cells adhere equally: false alarm 1e-8", () => {
    expect(sortingPValue([[0, 16, 16], [16, 8, 8], [16, 8, 8]])).toBeGreaterThan(1e-8);
  });
});

describe("bad input", () => {
  test.each([
    [{ size: 24, cells: 18 }, "cells must be an even integer in [2, 16], got 18"],
    [{ temperature: 0 }, "temperature must be positive and finite, got 0"],
    [{ monteCarloSteps: NaN }, "monteCarloSteps must be an integer >= 1, got NaN"],
    [{ targetVolume: -25 }, "targetVolume must be positive and finite, got -25"],
  ])("%j is refused", (options, message) => {
    expect(() => cellularPotts({ size: 24, cells: 8, ...options })).toThrow(new RangeError(message));
  });

  test("lattices of another shape, and with an empty cell, are refused", () => {
    const kernel = cellularPotts({ size: 24, cells: 8 });
    const state = kernel.init(keys[0]);
    const refused = (change: Partial<CellLattice>, message: string): void =>
      expect(() => kernel.step(keys[0], { ...state, ...change })).toThrow(new RangeError(message));
    refused({ size: 25 }, "lattice must have size 24, got 25");
    refused({ ids: state.ids.slice(1) }, "ids must have shape [24, 24], got 575 numbers");
    refused({ types: state.types.slice(0, 8) }, "lattice must have 8 cells, got 7");
    refused({ ids: state.ids.map((id) => (id === 3 ? 0 : id)) }, "every cell must have a site, got none for cell 3 of 8");
  });
});
