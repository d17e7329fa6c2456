import { type CellKernel, type CoupledKernel, drawBodySymmetry, drawLatticeSymmetry, type Key, moveBodies, moveFields, moveLattice, moveNoise } from "simverdict";
import { moveEntities } from "./cell-commutation.js";

/** Kernels whose noise is held: of bodies, and of cells. */
export type HeldBodies = Pick<CoupledKernel, "init" | "noise" | "stepWithNoise">;
export type HeldCells = Pick<CellKernel, "init" | "noise" | "stepWithNoise">;

/** Longest translation. */
const REACH = 10;

/** ‖f(g x, g ξ) − g f(x, ξ)‖ / ‖f(x, ξ) − x‖ for a random state and element of E(3) × S_n. */
export function bodyKernelError(kernel: HeldBodies, key: Key): number {
  const [state, noise] = [kernel.init(key.fold("init")), kernel.noise(key.fold("noise"))];
  const g = drawBodySymmetry(key.fold("element").stream(), state.length / 7, REACH);
  const [moved, next] = [moveBodies(g, state), moveBodies(g, kernel.stepWithNoise(state, noise))];
  const found = kernel.stepWithNoise(moved, moveNoise(g, noise));
  const length = (from: Float64Array): number => Math.hypot(...next.map((value, i) => value - from[i]));
  return length(found) / length(moved);
}

/** Group elements that one lattice is tried with. */
const ELEMENTS = 4;

/**
 * Sites at which f(g x, g ξ) is not g f(x, ξ), for a random state and some elements of S_cells × torus translations, in all.
 *
 * A step chooses among cells, so that only what turns a choice is seen: a kernel whose logits are off by δ shows it at a
 * site with a probability of order δ.
 */
export function cellKernelFlips(kernel: HeldCells, key: Key): number {
  const [state, { latents, gumbel }] = [kernel.init(key.fold("init")), kernel.noise(key.fold("noise"))];
  const next = kernel.stepWithNoise(state, { latents, gumbel });
  let flips = 0;
  for (let i = 0; i < ELEMENTS; i++) {
    const g = drawLatticeSymmetry(key.fold("element").fold(i).stream(), state.types.length - 1, state.size);
    const noise = { latents: Float64Array.from(moveEntities(g, latents)), gumbel: moveFields(g, gumbel, state.size) };
    const [found, said] = [kernel.stepWithNoise(moveLattice(g, state), noise), moveLattice(g, next)];
    found.ids.forEach((id, site) => (flips += id === said.ids[site] ? 0 : 1));
  }
  return flips;
}
