import { type BodySymmetry, drawBodySymmetry, drawLatticeSymmetry, type Key, type LatticeSymmetry, moveBodies, moveFields, moveLattice, moveNoise } from "simverdict";
import { moveEntities, moveIds } from "./cell-commutation.js";
import type { HeldBodies, HeldCells } from "./checked-kernel.js";

/** Rounding of float32 nets: some hundred units in the last place, after cancellation in differences of positions. */
export const TOLERANCE = 1e-4;
/** Least size of a step beside that of its state: below it float32, which rounds a state to 6e-8 of it, could not keep the tolerance. */
const LEAST_STEP = 1e-3;
/** Longest translation. */
const REACH = 10;

/** How far a kernel is from commuting with a group element, and a phrase that names the element and what of it shows that. */
export interface Fault {
  readonly error: number;
  readonly describe: () => string;
}

/** ‖a − b‖ */
export const distance = (a: Float64Array, b: Float64Array): number => Math.hypot(...a.map((value, at) => value - b[at]));

/** ‖x' − x‖, at least 1e-3 ‖x‖: what errors of a step are relative to. */
export const stepSize = (x: Float64Array, next: Float64Array): number => Math.max(distance(next, x), LEAST_STEP * Math.hypot(...x));

/** ‖f(g x, g ξ) − g f(x, ξ)‖ / max(‖g f(x, ξ) − g x‖, 1e-3 ‖g x‖) for a random state and element of E(3) × S_n. */
export function bodyKernelFault(kernel: HeldBodies, key: Key): Fault {
  const [state, noise] = [kernel.init(key.fold("init")), kernel.noise(key.fold("noise"))];
  const next = kernel.stepWithNoise(state, noise);
  const errorOf = (g: BodySymmetry): number => {
    const [moved, said] = [moveBodies(g, state), moveBodies(g, next)];
    return distance(kernel.stepWithNoise(moved, moveNoise(g, noise)), said) / stepSize(moved, said);
  };
  const g = drawBodySymmetry(key.fold("element").stream(), state.length / 7, REACH);
  const { matrix, translation, order } = g;
  const none: BodySymmetry = { matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0], order: Array.from(order, (_, i) => i) };
  const error = errorOf(g);
  const describe = (): string => {
    const alone = (part: Partial<BodySymmetry>): string => errorOf({ ...none, ...part }).toExponential(1);
    const parts = `turned alone ${alone({ matrix })}, moved alone ${alone({ translation })}, reordered alone ${alone({ order })}`;
    return `error ${error.toExponential(1)} (${parts}) at g: matrix ${list(matrix)}, translation ${list(translation)}, order ${list(order)}`;
  };
  return { error, describe };
}

/** Group elements that one lattice is tried with. */
const ELEMENTS = 4;

/**
 * Sites at which f(g x, g ξ) is not g f(x, ξ), for a random state and some elements of S_cells × torus translations, in all.
 *
 * A step chooses among cells, so that only what turns a choice is seen: a kernel whose logits are off by δ shows it at a
 * site with a probability of order δ.
 */
export function cellKernelFault(kernel: HeldCells, key: Key): Fault {
  const [state, { latents, gumbel }] = [kernel.init(key.fold("init")), kernel.noise(key.fold("noise"))];
  const next = kernel.stepWithNoise(state, { latents, gumbel });
  const flipsOf = (g: LatticeSymmetry): number => {
    const noise = { latents: Float64Array.from(moveEntities(g, latents)), gumbel: moveFields(g, gumbel, state.size) };
    return differing(kernel.stepWithNoise(moveLattice(g, state), noise).ids, moveIds(g, next));
  };
  const elements = Array.from({ length: ELEMENTS }, (_, i) => drawLatticeSymmetry(key.fold("element").fold(i).stream(), state.types.length - 1, state.size));
  const flips = elements.map(flipsOf);
  const error = flips.reduce((sum, one) => sum + one, 0);
  const describe = (): string => {
    const { order, shift } = elements[flips.indexOf(Math.max(...flips))];
    const parts = `renamed alone ${flipsOf({ order, shift: [0, 0] })}, moved alone ${flipsOf({ order: Array.from(order, (_, i) => i), shift })}`;
    return `${error} sites for ${ELEMENTS} elements, ${Math.max(...flips)} of them (${parts}) at g: order ${list(order)}, shift ${list(shift)}`;
  };
  return { error, describe };
}

/** Sites at which lattices differ. */
export const differing = (a: Int16Array, b: Int16Array): number => a.reduce((count, id, site) => count + (id === b[site] ? 0 : 1), 0);

/** Numbers with three digits. */
const list = (values: ArrayLike<number>): string => `[${Array.from(values, (value) => Number(value.toPrecision(3))).join(", ")}]`;
