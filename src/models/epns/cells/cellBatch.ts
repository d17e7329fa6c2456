/** Sites × entities in a pass through the nets: they take some 4 kB each, and 1 GB in all. */
const MOST = 250_000;

/**
 * How many lattices pass through the nets together.
 *
 * min(16, ⌊250,000/(E N)⌋), at least 1, for E entities on N sites
 *
 * @param lattice one of them: its cells and sites
 * @returns the number of lattices
 * @example cellBatch({ types: { length: 65 }, ids: { length: 10_000 } }) // => 1
 */
export function cellBatch({ types, ids }: { readonly types: { readonly length: number }; readonly ids: { readonly length: number } }): number {
  return Math.max(1, Math.min(16, Math.floor(MOST / (types.length * ids.length))));
}
