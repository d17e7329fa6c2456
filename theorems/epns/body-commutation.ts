import { advanceBodies, bodyBound, type BodyModel, type BodySymmetry, bodyStep, drawBodySymmetry, eigengap, type IncrementScales, type Key, moveBodies, moveVectors, normal, type Tensors, tf, uniform } from "simverdict";

/** What is compared: a step with its noise, the laws p(z | h) and q(z | h, x'), and the evidence bound. */
export type Compared = "step" | "prior" | "posterior" | "bound";

/** Draws a state, rows [m, x, y, z, vx, vy, vz]. */
export type BodyStates = (key: Key) => Float64Array;

/** Group elements that one draw of weights and state is tried with. */
const ELEMENTS = 4;
/** Longest translation. */
const REACH = 10;
/** Units of increments near those of the celestial task. */
export const SCALES: IncrementScales = { dt: 0.1, velocity: 0.1, position: 1e-3 };
/** Smallest relative eigengap at which frame averaging is claimed to be equivariant. */
const LEAST_GAP = 0.05;

const normals = (key: Key, length: number, sd = 1): Float64Array => {
  const stream = key.stream();
  return new Float64Array(length).map(() => normal(stream, 0, sd));
};

/** n bodies with positions N(0, 1.5²), velocities N(0, .7²) and masses U(1, 1.5), as spread as in the celestial task. */
export function scattered(key: Key, bodies: number): Float64Array {
  const stream = key.stream();
  return new Float64Array(7 * bodies).map((_, at) => (at % 7 === 0 ? uniform(stream, 1, 1.5) : normal(stream, 0, at % 7 < 4 ? 1.5 : 0.7)));
}

/** From three to six bodies. */
export const anyBodies: BodyStates = (key) => scattered(key.fold("state"), 3 + Math.floor(4 * key.stream().uniform()));

/** From three to six bodies with principal axes that are well apart. */
export const gappedBodies: BodyStates = (key) => {
  for (let i = 0; ; i++) {
    const state = anyBodies(key.fold(i));
    if (eigengap(state) >= LEAST_GAP) return state;
  }
};

/** Four bodies of mass 1 at the corners of a square: two principal axes are arbitrary. */
export const square: BodyStates = (key) => {
  const state = scattered(key, 4);
  [[1, 1], [1, -1], [-1, 1], [-1, -1]].forEach(([x, y], i) => state.set([1, x, y, 0], 7 * i));
  return state;
};

/** Uniform weights as a model draws them (gain 1/√3), times a number in [1, √3], so that the gain is at most 1. */
export function randomWeights(model: { readonly init: BodyModel["init"] }, key: Key): tf.NamedTensorMap {
  const factor = uniform(key.fold("gain").stream(), 1, Math.sqrt(3));
  const parameters = Object.entries(model.init(key.fold("weights")));
  return Object.fromEntries(parameters.map(([name, { data, shape }]) => [name, tf.mul(tf.tensor(data, [...shape]), factor)]));
}

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number => Math.hypot(...Array.from(a, (value, i) => value - b[i]));
export const relative = (a: ArrayLike<number>, b: ArrayLike<number>, least = 0): number =>
  distance(a, b) / Math.max(least, Math.hypot(...Array.from(b)));

/**
 * How far a model of bodies is from commuting with E(3) × S_n, at random weights, latents and increments: the largest
 * error over some group elements.
 *
 * ‖f(g x, g ε) − g f(x, ε)‖ / ‖f(x, ε) − x‖ for a step; errors of μ relative to ‖μ‖, of log σ to max(1, ‖log σ‖), of the
 * evidence bound to max(1, |bound|)
 */
export function bodyError(model: BodyModel, states: BodyStates, compared: Compared, key: Key): number {
  const state = states(key.fold("state"));
  const n = state.length / 7;
  const elements = Array.from({ length: ELEMENTS }, (_, i) => drawBodySymmetry(key.fold("element").fold(i).stream(), n, REACH));
  const vectors = (label: string, sd = 1): tf.Tensor => {
    const values = normals(key.fold(label), 6 * n, sd);
    return batch([values, ...elements.map((g) => moveVectors(g, values))], [n, 2, 3]);
  };
  const rows = [state, ...elements.map((g) => moveBodies(g, state))];
  const inputs = {
    state: () => batch(rows, [n, 7]) as tf.Tensor3D,
    // increments have heavy tails, after close encounters
    target: () => vectors("target", 3),
    latents: () => vectors("latents"),
    noise: () => vectors("noise"),
  };
  const answers = answered(model, inputs, compared, key);
  const worst = (error: (g: BodySymmetry, row: number) => number): number => Math.max(...elements.map((g, i) => error(g, i + 1)));
  if (compared === "bound") return worst((_, row) => relative(answers[0][row], answers[0][0], 1));

  const [mean, logScale, sample] = answers;
  const scaleError = worst((g, row) => relative(logScale[row], permuted(g, logScale[0]), 1));
  if (compared !== "step") return Math.max(scaleError, worst((g, row) => relative(mean[row], moveVectors(g, mean[0]))));
  const incrementError = (values: Float32Array[]): number =>
    worst((g, row) => {
      const next = moveBodies(g, advanceBodies(state, values[0], SCALES));
      return distance(advanceBodies(rows[row], values[row], SCALES), next) / distance(next, rows[row]);
    });
  return Math.max(scaleError, incrementError(mean), incrementError(sample));
}

/** What the model says of every row: numbers of each kind, row by row. */
function answered(model: BodyModel, inputs: Record<string, () => tf.Tensor> & { state: () => tf.Tensor3D }, compared: Compared, key: Key): Float32Array[][] {
  const split = (x: tf.Tensor): Float32Array[] => tf.unstack(x).map((row) => row.dataSync<"float32">().slice());
  return tf.tidy(() => {
    const p = randomWeights(model, key);
    const given = (...names: string[]): Tensors => Object.fromEntries(names.map((name) => [name, inputs[name]()]));
    switch (compared) {
      case "step": {
        const { mean, logScale, sample } = bodyStep(model, p, given("state", "latents", "noise"));
        return [mean, logScale, sample].map(split);
      }
      case "prior":
      case "posterior": {
        const hidden = model.forward(p, inputs.state());
        const { mean, logScale } = compared === "prior" ? model.prior(p, hidden) : model.posterior(p, hidden, inputs.target());
        return [mean, logScale].map(split);
      }
      case "bound": {
        const { fit, divergence } = bodyBound(model, p, given("state", "target", "latents"));
        return [split(tf.sub(fit, tf.sum(divergence, 1)))];
      }
    }
  });
}

/**
 * How far a step of a model of bodies jumps when all positions move by about 1e-6: the largest of some.
 *
 * ‖f(x + δ, ε) − f(x, ε)‖ / ‖f(x, ε) − x‖, δ = 1e-6 ξ, ξ ~ N(0, I)
 */
export function jump(model: BodyModel, states: BodyStates, key: Key): number {
  const state = states(key.fold("state"));
  const n = state.length / 7;
  const shift = key.fold("shift").stream();
  const shaken = Array.from({ length: ELEMENTS }, () => state.map((value, at) => (at % 7 > 0 && at % 7 < 4 ? value + 1e-6 * normal(shift) : value)));
  const rows = [state, ...shaken];
  const same = (label: string) => (): tf.Tensor => batch(Array<Float64Array>(rows.length).fill(normals(key.fold(label), 6 * n)), [n, 2, 3]);
  const inputs = { state: () => batch(rows, [n, 7]) as tf.Tensor3D, latents: same("latents"), noise: same("noise") };
  const [, , sample] = answered(model, inputs, "step", key);
  const [next, ...others] = rows.map((row, i) => advanceBodies(row, sample[i], SCALES));
  return Math.max(...others.map((other) => distance(other, next))) / distance(next, state);
}

const batch = (rows: readonly Float64Array[], shape: number[]): tf.Tensor =>
  tf.tensor(Float32Array.from(rows.flatMap((row) => Array.from(row))), [rows.length, ...shape]);

/** Two numbers for each body, in the order that g gives the bodies. */
const permuted = ({ order }: BodySymmetry, values: ArrayLike<number>): number[] =>
  Array.from(order).flatMap((i) => [values[2 * i], values[2 * i + 1]]);
