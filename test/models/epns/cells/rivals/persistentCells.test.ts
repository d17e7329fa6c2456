import { expect, it } from "vitest";
import type { CellTransition } from "../../../../../src/models/epns/cells/cellLogLikelihood.js";
import { persistentCells } from "../../../../../src/models/epns/cells/rivals/persistentCells.js";
import { Key } from "../../../../../src/random/key.js";
import { cellularPotts } from "../../../../../src/simulators/lattice/cellularPotts.js";

const types = new Uint8Array([0, 1, 2]);
const first = { size: 3, ids: new Int16Array([0, 1, 1, 0, 2, 2, 0, 0, 0]), types };
const next = { size: 3, ids: new Int16Array([0, 1, 1, 1, 2, 2, 0, 0, 2]), types };

it("knows the share of sites that change", () => {
  const { flip, logLikelihood } = persistentCells([[first, next]]);
  expect(flip).toBe(2.5 / 10);
  expect(logLikelihood([first, next])).toBeCloseTo((2 * Math.log(0.125) + 7 * Math.log(0.75)) / 9, 12);
  expect(logLikelihood([first, first])).toBeCloseTo(Math.log(0.75), 12);
});

it("draws steps from that law: a chain of them has its flip rate, and all other entities alike", () => {
  const lattice = cellularPotts({ size: 24, cells: 4 }).init(Key.root(0));
  const swapped = { ...lattice, ids: lattice.ids.map((id, site) => (site % 4 === 0 ? (id + 1) % 5 : id)) };
  const law = persistentCells([[lattice, swapped] as CellTransition]);
  const counts = new Map<number, number>();
  const draws = 100;
  for (let i = 0; i < draws; i++) {
    law.step(Key.root(i), lattice).ids.forEach((id, site) => {
      const by = (id - lattice.ids[site] + 5) % 5;
      counts.set(by, (counts.get(by) ?? 0) + 1);
    });
  }
  const sites = draws * 576;
  // 6 sd of a binomial share: p < 1e-8 for each
  for (let by = 1; by < 5; by++) {
    const share = law.flip / 4;
    expect(Math.abs(counts.get(by)! / sites - share)).toBeLessThan(6 * Math.sqrt((share * (1 - share)) / sites));
  }
});

it("refuses no transition", () => {
  expect(() => persistentCells([])).toThrow(RangeError);
});
