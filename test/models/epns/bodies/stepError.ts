import { bodyKernel } from "../../../../src/models/epns/bodies/bodyKernel.js";
import type { BodyModel } from "../../../../src/models/epns/bodies/bodyModel.js";
import type { BodySymmetry } from "../../../../src/models/epns/groups/bodySymmetry.js";
import { moveBodies } from "../../../../src/models/epns/groups/moveBodies.js";
import { moveNoise } from "../../../../src/models/epns/groups/moveNoise.js";
import { Key } from "../../../../src/random/key.js";
import { virialStart } from "../../../../src/simulators/particles/virialStart.js";

export const SCALES = { dt: 0.1, velocity: 0.1, position: 1e-3 };
export const ROTATION: BodySymmetry = {
  matrix: [0.36, 0.48, -0.8, -0.8, 0.6, 0, 0.48, 0.64, 0.6],
  translation: [0, 0, 0],
  order: [0, 1, 2, 3, 4],
};
const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1];
export const TRANSLATION: BodySymmetry = { ...ROTATION, matrix: IDENTITY, translation: [3, -5, 7] };
export const PERMUTATION: BodySymmetry = { ...ROTATION, matrix: IDENTITY, order: [3, 0, 4, 1, 2] };

/** ‖f(g x, g ε) − g f(x, ε)‖ / ‖f(x, ε) − x‖ at random weights, for five bodies. */
export function stepError(model: BodyModel, g: BodySymmetry, seed = 0, state = virialStart(Key.root(seed).stream(), 5, 0.1)): number {
  const key = Key.root(seed).fold("model");
  const kernel = bodyKernel(model, { parameters: model.init(key), scales: SCALES, bodies: state.length / 7, init: () => state });
  const noise = kernel.noise(key);
  const next = moveBodies(g, kernel.stepWithNoise(state, noise));
  const length = (from: Float64Array): number => Math.hypot(...next.map((value, i) => value - from[i]));
  const moved = moveBodies(g, state);
  return length(kernel.stepWithNoise(moved, moveNoise(g, noise))) / length(moved);
}
