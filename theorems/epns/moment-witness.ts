import { bodyIncrements, type BodySymmetry, drawBodySymmetry, type Key, moveBodies, moveVectors, uniform } from "simverdict";
import { SCALES } from "./body-commutation.js";
import type { Steps } from "./compiled-steps.js";
import { stepSize, TOLERANCE } from "./kernel-commutation.js";

/** Largest difference of the means of a witness. */
export const DELTA = 0.05;

/** A state, and the group element that is tried on it. */
export interface Pair {
  readonly state: Float64Array;
  readonly element: BodySymmetry;
}

/**
 * Increments of steps from x, and of steps from g x turned back, whose laws are said to be equal; and the least spread, of
 * velocities and of positions, in units of which they are told apart.
 */
export type Outcomes = readonly [plain: readonly Float64Array[], moved: readonly Float64Array[], least: readonly [velocity: number, position: number]];

/** A bounded feature of increments, and how far its means were apart on what it was learned from. */
export interface Witness {
  readonly score: number;
  readonly feature: (increments: Float64Array) => number;
}

/** g⁻¹. */
export function inverse({ matrix, translation, order }: BodySymmetry): BodySymmetry {
  const back = new Array<number>(order.length);
  Array.from(order).forEach((from, to) => (back[from] = to));
  const transposed = matrix.map((_, at) => matrix[3 * (at % 3) + Math.floor(at / 3)]) as unknown as BodySymmetry["matrix"];
  return { matrix: transposed, translation: [0, 1, 2].map((k) => -translation.reduce((sum, t, j) => sum + transposed[3 * k + j] * t, 0)), order: back };
}

/**
 * Steps from both ends of a pair, with independent noise.
 *
 * The least spread is 1e-4/δ of a step, for coordinates without noise differ by rounding alone: witnesses are 1-Lipschitz in
 * increments over their spread, so that an error that exact equivariance tolerates, 1e-4 of a step, moves none by more than δ.
 */
export async function outcomes(steps: Steps, { state, element }: Pair, key: Key, count: number): Promise<Outcomes> {
  const [moved, back] = [moveBodies(element, state), inverse(element)];
  const next = await steps([...Array<Float64Array>(count).fill(state), ...Array<Float64Array>(count).fill(moved)], key);
  const from = (i: number): Float64Array => (i < count ? state : moved);
  const increments = next.map((values, i) => bodyIncrements(from(i), values, SCALES));
  const least = (TOLERANCE / DELTA) * median(Float64Array.from(next, (values, i) => stepSize(from(i), values)));
  return [increments.slice(0, count), increments.slice(count).map((values) => moveVectors(back, values)), [least / SCALES.velocity, least / SCALES.position]];
}

const sides = ([plain, moved]: Outcomes) => [plain, moved] as const;

const median = (values: Float64Array): number => values.sort()[values.length >> 1];

/**
 * Centres every number, scales the three of each vector by their common spread, and draws long vectors in to a length of
 * at most 3: medians and bounds throughout, for products of velocities give increments heavy tails.
 */
function whitening([plain, moved, least]: Outcomes): (increments: Float64Array) => Float64Array {
  const all = [...plain, ...moved];
  const centre = all[0].map((_, at) => median(Float64Array.from(all, (u) => u[at])));
  const scale = new Float64Array(centre.length / 3).map((_, vector) => {
    const at = 3 * vector;
    const deviations = all.flatMap((u) => [at, at + 1, at + 2].map((k) => Math.abs(u[k] - centre[k])));
    return Math.max(1.4826 * median(Float64Array.from(deviations)), least[vector % 2]);
  });
  return (increments) => {
    const u = increments.map((value, at) => (value - centre[at]) / scale[Math.floor(at / 3)]);
    for (let at = 0; at < u.length; at += 3) {
      const inwards = 1 / Math.sqrt(1 + (u[at] ** 2 + u[at + 1] ** 2 + u[at + 2] ** 2) / 9);
      for (let k = at; k < at + 3; k++) u[k] *= inwards;
    }
    return u;
  };
}

function meanOf(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0].length);
  for (const row of rows) row.forEach((value, at) => (mean[at] += value / rows.length));
  return mean;
}

/** Of first moments: tanh of the projection on the difference of means. */
export function meanWitness(held: Outcomes): Witness {
  const whiten = whitening(held);
  const [a, b] = sides(held).map((side) => meanOf(side.map(whiten)));
  const difference = a.map((value, at) => value - b[at]);
  const score = Math.hypot(...difference);
  return { score, feature: (u) => Math.tanh(whiten(u).reduce((sum, value, at) => sum + value * difference[at], 0) / (score || 1)) };
}

/**
 * Of second moments: mean over bodies of 1 − e^{−(e · u)²/2}, u the vectors of velocity or of position, along the axis e
 * on which the spread of both sides differs most.
 */
export function spreadWitness(held: Outcomes): Witness {
  const whiten = whitening(held);
  const whitened = sides(held).map((side) => side.map(whiten));
  const candidates = [0, 1].map((kind) => {
    const [a, b] = whitened.map((side) => secondMoments(side, kind));
    const { axis, value } = largestAxis(a.map((row, i) => row.map((entry, j) => entry - b[i][j])));
    return { kind, axis, value };
  });
  const { kind, axis, value } = candidates[Math.abs(candidates[0].value) >= Math.abs(candidates[1].value) ? 0 : 1];
  const feature = (increments: Float64Array): number => {
    const u = whiten(increments);
    let sum = 0;
    for (let at = 3 * kind; at < u.length; at += 6) {
      sum += 1 - Math.exp(-0.5 * (axis[0] * u[at] + axis[1] * u[at + 1] + axis[2] * u[at + 2]) ** 2);
    }
    return (Math.sign(value) * sum) / (u.length / 6);
  };
  return { score: Math.abs(value), feature };
}

/** Mean of u uᵀ over rows and bodies, for the vectors of one kind. */
function secondMoments(rows: readonly Float64Array[], kind: number): number[][] {
  const sums = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
  const count = (rows.length * rows[0].length) / 6;
  for (const u of rows) {
    for (let at = 3 * kind; at < u.length; at += 6) {
      for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) sums[i][j] += (u[at + i] * u[at + j]) / count;
    }
  }
  return sums;
}

/** The eigenvalue of largest modulus of a symmetric matrix, by powers of its square. */
function largestAxis(matrix: number[][]): { axis: number[]; value: number } {
  const times = (v: readonly number[]): number[] => matrix.map((row) => row.reduce((sum, entry, j) => sum + entry * v[j], 0));
  let axis = [1, 0.8, 0.6];
  for (let i = 0; i < 100; i++) {
    const next = times(times(axis));
    const length = Math.hypot(...next);
    if (length > 0) axis = next.map((value) => value / length);
  }
  return { axis, value: times(axis).reduce((sum, entry, i) => sum + entry * axis[i], 0) };
}

/** Of some pairs, drawn from initial states with velocities up to twice as large, that in which a witness does best. */
export async function searchedPair(
  steps: Steps,
  init: (key: Key) => Float64Array,
  witness: (held: Outcomes) => Witness,
  { key, pairs, held }: { readonly key: Key; readonly pairs: number; readonly held: number },
): Promise<Pair> {
  let best: { readonly pair: Pair; readonly score: number } | undefined;
  for (let i = 0; i < pairs; i++) {
    const own = key.fold(i);
    const stream = own.fold("pair").stream();
    const factor = uniform(stream, 1, 2);
    const state = init(own.fold("state")).map((value, at) => (at % 7 > 3 ? factor * value : value));
    const pair = { state, element: drawBodySymmetry(stream, state.length / 7, 10) };
    const { score } = witness(await outcomes(steps, pair, own.fold("outcomes"), held));
    if (best === undefined || score > best.score) best = { pair, score };
  }
  if (best === undefined) throw new RangeError(`pairs must be an integer >= 1, got ${pairs}`);
  return best.pair;
}
