import { describe, expect, test } from "vitest";
import { attemptCopies } from "../../../src/simulators/lattice/attemptCopies.js";
import type { CellLattice } from "../../../src/simulators/lattice/cellLattice.js";
import { mooreNeighbours } from "../../../src/simulators/lattice/mooreNeighbours.js";
import { pottsBoard } from "../../../src/simulators/lattice/pottsBoard.js";
import { pottsEnergy, type PottsConstants } from "../../../src/simulators/lattice/pottsEnergy.js";
import { incompleteGamma } from "../../../src/statistics/incompleteGamma.js";
import { streamOf } from "../../random/goodnessOfFit.js";
import { goldenConstants, latticeOf, withSite } from "./lattices.js";

const DRAWS = 100_000;
const constants: PottsConstants = { ...goldenConstants, targetVolume: 3, volumeStrength: 5 };

/** The law of the next lattice by enumeration: each of 8 · 9 ordered pairs equally likely, energies from scratch. */
function nextLaw(lattice: CellLattice, temperature: number, used: PottsConstants): Map<string, number> {
  const law = new Map<string, number>();
  const add = (ids: Int16Array, p: number): void => {
    if (p > 0) law.set(ids.join(), (law.get(ids.join()) ?? 0) + p);
  };
  const energy = pottsEnergy(lattice, used);
  mooreNeighbours(3).forEach((neighbour, pair) => {
    const site = Math.floor(pair / 8);
    const [old, id] = [lattice.ids[site], lattice.ids[neighbour]];
    const isLast = old !== 0 && lattice.ids.filter((other) => other === old).length === 1;
    const after = withSite(lattice, site, id);
    const accepted = id === old || isLast ? 0 : Math.min(1, Math.exp((energy - pottsEnergy(after, used)) / temperature));
    add(after.ids, accepted / 72);
    add(lattice.ids, (1 - accepted) / 72);
  });
  return law;
}

/** The law after several attempts. */
function law(start: CellLattice, temperature: number, attempts: number, used = constants): Map<string, number> {
  let current = new Map([[start.ids.join(), 1]]);
  for (let i = 0; i < attempts; i++) {
    const next = new Map<string, number>();
    for (const [ids, p] of current) {
      const lattice = { ...start, ids: Int16Array.from(ids.split(",").map(Number)) };
      for (const [after, q] of nextLaw(lattice, temperature, used)) next.set(after, (next.get(after) ?? 0) + p * q);
    }
    current = next;
  }
  return current;
}

/** Pearson's χ² test against a law, lattices pooled (likeliest first) until they expect 100 draws; 0 outside its support. */
function pValue(counts: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): number {
  for (const ids of counts.keys()) if (!((expected.get(ids) ?? 0) > 0)) return 0;
  const cells: { e: number; o: number }[] = [{ e: 0, o: 0 }];
  for (const [ids, p] of [...expected].sort(([, p], [, q]) => q - p)) {
    if (cells.at(-1)!.e >= 100) cells.push({ e: 0, o: 0 });
    cells.at(-1)!.e += DRAWS * p;
    cells.at(-1)!.o += counts.get(ids) ?? 0;
  }
  if (cells.at(-1)!.e < 100 && cells.length > 1) {
    const rest = cells.pop()!;
    cells.at(-1)!.e += rest.e;
    cells.at(-1)!.o += rest.o;
  }
  const statistic = cells.reduce((sum, { e, o }) => sum + (o - e) ** 2 / e, 0);
  return incompleteGamma((cells.length - 1) / 2, statistic / 2).upper;
}

const draw = (start: CellLattice, temperature: number, attempts: number, used: PottsConstants = constants): Map<string, number> => {
  const counts = new Map<string, number>();
  const stream = streamOf(`copies ${start.ids.join()} ${temperature} ${attempts}`);
  const neighbours = mooreNeighbours(3);
  for (let i = 0; i < DRAWS; i++) {
    const board = pottsBoard(start, used, neighbours);
    attemptCopies(stream, board, temperature, attempts);
    counts.set(board.ids.join(), (counts.get(board.ids.join()) ?? 0) + 1);
  }
  return counts;
};

const plain = latticeOf([[1, 1, 0], [1, 2, 0], [0, 2, 0]], [0, 1, 2]);
const withLastSite = latticeOf([[1, 1, 0], [1, 2, 0], [0, 0, 0]], [0, 1, 2]);

/** Six tests of χ², about 1e-9 each: false alarm about 6e-9. */
describe.each([
  ["three sites a cell", plain],
  ["a cell of one site", withLastSite],
])("transition probabilities are the enumerated ones: %s", (_, start) => {
  test.each([
    [1, 10],
    [1, 40],
    [3, 40],
  ])("%i attempts at T = %i", (attempts, temperature) => {
    const expected = law(start, temperature, attempts);
    expect([...expected.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(pValue(draw(start, temperature, attempts), expected)).toBeGreaterThan(1e-9);
  });
});

/** By the enumerated laws their χ² exceeds its mean by 500 or more, 20 of its standard deviations: missed with p < 1e-9. */
test.each([
  ["no volume term", { ...constants, volumeStrength: 0 }, 40],
  ["cells that adhere too little", { ...constants, adhesion: [[0, 16, 16], [16, 14, 16], [16, 16, 2]] }, 40],
  ["T twice as high", constants, 80],
])("the test of the law has power: %s", (_, used, temperature) => {
  const expected = law(plain, 40, 3);
  const actual = law(plain, temperature, 3, used);
  const excess = [...expected].reduce((sum, [ids, p]) => sum + (DRAWS * ((actual.get(ids) ?? 0) - p) ** 2) / p, 0);
  expect(excess).toBeGreaterThan(500);
  expect(pValue(draw(plain, temperature, 3, used), expected)).toBeLessThan(1e-9);
});

test("volumes are kept up to date, and nothing happens in no attempts", () => {
  const board = pottsBoard(plain, constants);
  attemptCopies(streamOf("none"), board, 10, 0);
  expect(board.ids).toEqual(plain.ids);
  attemptCopies(streamOf("many"), board, 40, 5000);
  expect(board.ids).not.toEqual(plain.ids);
  expect([...board.volumes]).toEqual([0, 1, 2].map((id) => board.ids.filter((other) => other === id).length));
});
