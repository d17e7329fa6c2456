import type { Key } from "../../../../random/key.js";
import type { CellLattice } from "../../../../simulators/lattice/cellLattice.js";
import type { CellTransition } from "../cellLogLikelihood.js";
import { cellWindows } from "../cellWindows.js";

/** The simplest law of a step of cells: sites keep their entity, or change to any other. */
export interface PersistentCells {
  /** ε, the probability that a site changes. */
  readonly flip: number;
  /** log p(x' | x) in nats per site. */
  readonly logLikelihood: (transition: CellTransition) => number;
  /** x' ~ p(· | x). */
  readonly step: (key: Key, lattice: CellLattice) => CellLattice;
}

/**
 * Persistence for cells: every site keeps its entity, but for flips, without which nothing else would be possible.
 *
 * p(x'(p) = e | x) = 1 − ε for e = x(p), else ε / cells;  ε = (flips + ½) / (sites + 1) over all transitions
 *
 * @param transitions at least one, all of one size and with one number of cells ≥ 1
 * @returns the law
 * @throws RangeError if there is no transition, or a lattice is malformed, has an empty cell or differs from the others
 * @source Krichevsky & Trofimov 1981, "The performance of universal encoding" (the added ½)
 */
export function persistentCells(transitions: readonly CellTransition[]): PersistentCells {
  const cells = cellWindows(transitions, 1).entities - 1;
  let [flips, sites] = [0, 0];
  for (const transition of transitions) {
    flips += changed(transition);
    sites += transition[0].ids.length;
  }
  const flip = (flips + 0.5) / (sites + 1);
  return {
    flip,
    logLikelihood: (transition) => {
      const share = changed(transition) / transition[0].ids.length;
      return share * Math.log(flip / cells) + (1 - share) * Math.log1p(-flip);
    },
    step: (key, { size, ids, types }) => {
      const stream = key.stream();
      const next = ids.map((id) => {
        if (stream.uniform() >= flip) return id;
        const other = Math.floor(stream.uniform() * cells);
        return other < id ? other : other + 1;
      });
      return { size, ids: next, types: types.slice() };
    },
  };
}

function changed([{ ids }, next]: CellTransition): number {
  return ids.reduce((sum, id, site) => sum + (id === next.ids[site] ? 0 : 1), 0);
}
