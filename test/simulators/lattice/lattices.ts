import fixture from "../../../fixtures/cellular-potts.json" with { type: "json" };
import type { CellLattice } from "../../../src/simulators/lattice/cellLattice.js";
import type { PottsConstants } from "../../../src/simulators/lattice/pottsEnergy.js";

/** The numbers of `fixtures/cellular-potts.json`. */
export const golden = fixture.values;

/** The constants they were computed with: its `convention`. */
export const goldenConstants: PottsConstants = {
  adhesion: [[0, 16, 16], [16, 14, 11], [16, 11, 2]],
  targetVolume: 6,
  volumeStrength: 1,
};

/** A lattice from its rows. */
export const latticeOf = (rows: readonly (readonly number[])[], types: readonly number[]): CellLattice => ({
  size: rows.length,
  ids: new Int16Array(rows.flat()),
  types: new Uint8Array(types),
});

/** The same lattice with one site changed. */
export const withSite = (lattice: CellLattice, site: number, id: number): CellLattice => ({ ...lattice, ids: lattice.ids.with(site, id) });

/** Two light cells that touch at a corner over the edges, and a dark one beside the first. */
export const corners = latticeOf(
  [
    [1, 1, 3, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 2],
  ],
  [0, 1, 1, 2],
);

/** What is malformed, and what is said of it. */
export const malformed: readonly (readonly [CellLattice, string])[] = [
  [{ ...corners, size: 2 }, "size must be an integer >= 3, got 2"],
  [{ ...corners, size: NaN }, "size must be an integer >= 3, got NaN"],
  [{ ...corners, size: 4 }, "ids must have shape [4, 4], got 25 numbers"],
  [{ ...corners, types: new Uint8Array([1, 1, 1, 2]) }, "types must start with 0, the medium, got 1"],
  [{ ...corners, types: new Uint8Array([0, 1, 0, 2]) }, "types must be 1 (light) or 2 (dark), got 0 for cell 2"],
  [{ ...corners, types: new Uint8Array([0, 1, 2, 3]) }, "types must be 1 (light) or 2 (dark), got 3 for cell 3"],
  [withSite(corners, 7, 4), "ids must be integers in [0, 3], got 4 at site 7"],
  [withSite(corners, 0, -1), "ids must be integers in [0, 3], got -1 at site 0"],
  [{ ...corners, ids: [NaN, ...corners.ids.slice(1)] as unknown as Int16Array }, "ids must be integers in [0, 3], got NaN at site 0"],
  [withSite(corners, 24, 0), "every cell must have a site, got none for cell 2 of 3"],
];
