import { type CellLattice, drawLatticeSymmetry, type Key, type LatticeSymmetry, moveLattice } from "simverdict";
import { moveIds } from "./cell-commutation.js";
import type { StepsOf } from "./compiled-steps.js";

/** A lattice, and the group element that is tried on it. */
export interface CellPair {
  readonly lattice: CellLattice;
  readonly element: LatticeSymmetry;
}

/** Ids after steps from x, and after steps from g x moved back, whose laws are said to be equal. */
export type CellOutcomes = readonly [plain: readonly Int16Array[], moved: readonly Int16Array[]];

/** A bounded feature of ids, and how far their mean occupancies were apart on what it was learned from. */
export interface CellWitness {
  readonly score: number;
  readonly feature: (ids: Int16Array) => number;
}

/** g⁻¹. */
export function inverseOf({ order, shift }: LatticeSymmetry, size: number): LatticeSymmetry {
  const back = new Array<number>(order.length);
  Array.from(order).forEach((from, to) => (back[from] = to));
  return { order: back, shift: [(size - shift[0]) % size, (size - shift[1]) % size] };
}

/** Steps from both ends of a pair, with independent noise. */
export async function cellOutcomes(steps: StepsOf<CellLattice>, { lattice, element }: CellPair, key: Key, count: number): Promise<CellOutcomes> {
  const [moved, back] = [moveLattice(element, lattice), inverseOf(element, lattice.size)];
  const next = await steps([...Array<CellLattice>(count).fill(lattice), ...Array<CellLattice>(count).fill(moved)], key);
  return [next.slice(0, count).map(({ ids }) => ids), next.slice(count).map((found) => moveIds(back, found))];
}

/**
 * tanh of the projection of occupancies, 1 where an entity holds a site and else 0, on the difference of their means; centred,
 * in standard deviations of what it was learned from.
 */
export function occupancyWitness([plain, moved]: CellOutcomes): CellWitness {
  const sites = plain[0].length;
  const entities = 1 + [...plain, ...moved].reduce((most, ids) => ids.reduce((a, b) => Math.max(a, b), most), 0);
  const difference = new Float64Array(entities * sites);
  for (const [side, sign] of [[plain, 1], [moved, -1]] as const) {
    for (const ids of side) ids.forEach((id, site) => (difference[id * sites + site] += sign / side.length));
  }
  const score = Math.sqrt(difference.reduce((sum, value) => sum + value * value, 0)); // too many numbers to be arguments of a call
  // an id that was never seen counts nothing
  const project = (ids: Int16Array): number => ids.reduce((sum, id, site) => sum + (difference[id * sites + site] ?? 0), 0);
  const seen = [...plain, ...moved].map(project);
  const mean = seen.reduce((sum, value) => sum + value / seen.length, 0);
  const spread = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2 / seen.length, 0));
  return { score, feature: (ids) => Math.tanh((project(ids) - mean) / (spread || 1)) };
}

/** Of some pairs, drawn from initial lattices, that in which mean occupancies differ most. */
export async function searchedCellPair(
  steps: StepsOf<CellLattice>,
  init: (key: Key) => CellLattice,
  { key, pairs, held }: { readonly key: Key; readonly pairs: number; readonly held: number },
): Promise<CellPair> {
  let best: { readonly pair: CellPair; readonly score: number } | undefined;
  for (let i = 0; i < pairs; i++) {
    const own = key.fold(i);
    const lattice = init(own.fold("state"));
    const pair = { lattice, element: drawLatticeSymmetry(own.fold("pair").stream(), lattice.types.length - 1, lattice.size) };
    const { score } = occupancyWitness(await cellOutcomes(steps, pair, own.fold("outcomes"), held));
    if (best === undefined || score > best.score) best = { pair, score };
  }
  if (best === undefined) throw new RangeError(`pairs must be an integer >= 1, got ${pairs}`);
  return best.pair;
}
