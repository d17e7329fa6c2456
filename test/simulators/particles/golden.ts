import fixture from "../../../fixtures/celestial.json" with { type: "json" };

/** Rows [m, x, y, z, vx, vy, vz] from the columns of the fixture. */
const rows = (x: readonly number[][], v: readonly number[][]): Float64Array =>
  new Float64Array(golden.mass.flatMap((m, i) => [m, ...x[i], ...v[i]]));

/** The numbers of `fixtures/celestial.json`. */
export const golden = fixture.values;

/** Its five bodies. */
export const bodies = rows(golden.x, golden.v);

/** Its noise-free path, every 100 inner steps. */
export const path = golden.noise_free.map(({ x, v, energies }) => ({ state: rows(x, v), energies }));
