import { cellularPotts, type CellLattice, drawLatticeSymmetry, Key, moveLattice } from "simverdict";
import { describe, expect, test } from "vitest";
import { cellOutcomes, inverseOf, occupancyWitness, searchedCellPair } from "../../../theorems/epns/cell-witness.js";
import type { StepsOf } from "../../../theorems/epns/compiled-steps.js";

const potts = cellularPotts({ size: 10, cells: 4, monteCarloSteps: 2 });
const init = (key: Key): CellLattice => potts.init(key);
/** One step of a kernel. */
type Step = (key: Key, lattice: CellLattice) => CellLattice;

/** Mean difference of a witness over fresh steps, for a pair that was searched for. */
async function difference(step: Step, count: number): Promise<number> {
  const key = Key.root(1);
  const steps: StepsOf<CellLattice> = async (lattices, own) => lattices.map((lattice, i) => step(own.fold(i), lattice));
  const pair = await searchedCellPair(steps, init, { key: key.fold("search"), pairs: 4, held: 128 });
  const { feature } = occupancyWitness(await cellOutcomes(steps, pair, key.fold("learn"), count));
  const [plain, moved] = await cellOutcomes(steps, pair, key.fold("judge"), count);
  return plain.reduce((sum, ids, i) => sum + (feature(ids) - feature(moved[i])) / count, 0);
}

/** The mean of 1,000 differences strays by about .03 each way. */
const LIMIT = 0.1;
const step: Step = (key, lattice) => potts.step(key, lattice);
const changed = (change: (lattice: CellLattice) => void): Step => (key, lattice) => {
  const next = potts.step(key, lattice);
  change(next);
  return next;
};

describe("the witness of cells", () => {
  test.each<[string, Step]>([["the simulator", step], ["nothing moves", (_, lattice) => lattice]])("finds nothing in what is equivariant: %s", async (_, judged) => {
    expect(Math.abs(await difference(judged, 1000))).toBeLessThan(LIMIT);
  });

  test.each<[string, Step]>([
    ["the first cell eats of the second", changed(({ ids }) => ids.set([1], Math.max(0, ids.indexOf(2))))],
    ["the first site is always medium", changed(({ ids }) => ids.fill(0, 0, 1))],
    ["a cell is lost", changed(({ ids }) => ids.forEach((id, site) => (ids[site] = id === 1 ? 0 : id)))],
  ])("finds a broken law: %s", async (_, judged) => {
    expect(await difference(judged, 256)).toBeGreaterThan(3 * LIMIT);
  });
});

test("an element and its inverse leave a lattice as it is", () => {
  for (let seed = 0; seed < 10; seed++) {
    const [lattice, g] = [init(Key.root(seed)), drawLatticeSymmetry(Key.root(seed).stream(), 4, 10)];
    expect(moveLattice(inverseOf(g, 10), moveLattice(g, lattice))).toEqual(lattice);
  }
});

test("a search needs pairs", async () => {
  await expect(searchedCellPair(async () => [], init, { key: Key.root(0), pairs: 0, held: 1 })).rejects.toThrow("pairs must be an integer >= 1, got 0");
});

test("takes lattices of the paper's size, and ids that it has not seen", () => {
  const [plain, moved] = [new Int16Array(10_000).fill(63), new Int16Array(10_000)];
  const { score, feature } = occupancyWitness([[plain], [moved]]);
  expect(score).toBeCloseTo(Math.sqrt(2 * 10_000), 9); // every site differs in two entities
  expect([feature(plain), feature(moved), feature(new Int16Array(10_000).fill(64))].map((value) => Math.sign(Math.round(value)))).toEqual([1, -1, 0]);
});
