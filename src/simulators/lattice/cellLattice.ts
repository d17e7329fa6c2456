/** Types of cells; 0 is the medium around them. */
export const CELL_TYPES = ["medium", "light", "dark"] as const;

/** Cells on a periodic square lattice: every site belongs to one cell, or to the medium. */
export interface CellLattice {
  /** Sites along a side, an integer ≥ 3 (on fewer, a site would be its own neighbour twice). */
  readonly size: number;
  /** The cell of each site, 0 for the medium; shape [size, size], row by row. */
  readonly ids: Int16Array;
  /** The type of each id: 0 medium (id 0 only), 1 light, 2 dark; shape [cells + 1]. */
  readonly types: Uint8Array;
}

/**
 * Check that a lattice holds cells: known ids, known types, and no cell without a site.
 *
 * ids ∈ {0, …, cells}, types_0 = 0, types_id ∈ {1, 2}
 *
 * @param lattice the cells
 * @returns the number of cells
 * @throws RangeError if a shape differs, an id or a type is unknown, or a cell is empty
 * @example requireCellLattice({ size: 3, ids: new Int16Array(9).fill(1), types: new Uint8Array([0, 2]) }) // => 1
 */
export function requireCellLattice({ size, ids, types }: CellLattice): number {
  const cells = types.length - 1;
  if (!(Number.isInteger(size) && size >= 3)) throw new RangeError(`size must be an integer >= 3, got ${size}`);
  if (ids.length !== size * size) {
    throw new RangeError(`ids must have shape [${size}, ${size}], got ${ids.length} numbers`);
  }
  if (types[0] !== 0) throw new RangeError(`types must start with 0, the medium, got ${types[0]}`);
  for (let id = 1; id <= cells; id++) {
    if (types[id] !== 1 && types[id] !== 2) {
      throw new RangeError(`types must be 1 (light) or 2 (dark), got ${types[id]} for cell ${id}`);
    }
  }
  const seen = new Uint8Array(cells + 1);
  for (let site = 0; site < ids.length; site++) {
    const id = ids[site];
    if (!(Number.isInteger(id) && id >= 0 && id <= cells)) {
      throw new RangeError(`ids must be integers in [0, ${cells}], got ${id} at site ${site}`);
    }
    seen[id] = 1;
  }
  const empty = seen.indexOf(0, 1);
  if (empty > 0) throw new RangeError(`every cell must have a site, got none for cell ${empty} of ${cells}`);
  return cells;
}
