import { expect, it } from "vitest";
import { drawBodySymmetry } from "../../../../src/models/epns/groups/bodySymmetry.js";
import { moveBodies } from "../../../../src/models/epns/groups/moveBodies.js";
import { Key } from "../../../../src/random/key.js";
import { kineticEnergy } from "../../../../src/simulators/particles/kineticEnergy.js";
import { potentialEnergy } from "../../../../src/simulators/particles/potentialEnergy.js";
import { virialStart } from "../../../../src/simulators/particles/virialStart.js";

const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const state = virialStart(Key.root(1).stream(), 5, 0.1);

it("turns and moves positions, turns velocities, reorders bodies", () => {
  const g = { matrix: [0, -1, 0, 1, 0, 0, 0, 0, 1], translation: [10, 20, 30], order: [1, 0] };
  const two = new Float64Array([1, 1, 2, 3, 4, 5, 6, 2, 7, 8, 9, 10, 11, 12]);
  expect([...moveBodies(g, two)]).toEqual([2, 2, 27, 39, -11, 10, 12, 1, 8, 21, 33, -5, 4, 6]);
});

it("keeps energies, and composes as the group does", () => {
  const stream = Key.root(2).stream();
  const [g, h] = [drawBodySymmetry(stream, 5, 10), drawBodySymmetry(stream, 5, 10)];
  const moved = moveBodies(g, state);
  expect(kineticEnergy(moved)).toBeCloseTo(kineticEnergy(state), 12);
  expect(potentialEnergy(moved, 0.1)).toBeCloseTo(potentialEnergy(state, 0.1), 12);
  const rows = [0, 1, 2];
  const product = {
    matrix: rows.flatMap((i) => rows.map((j) => rows.reduce((sum, k) => sum + g.matrix[3 * i + k] * h.matrix[3 * k + j], 0))),
    translation: rows.map((i) => g.translation[i] + rows.reduce((sum, k) => sum + g.matrix[3 * i + k] * h.translation[k], 0)),
    order: Array.from(g.order, (i) => h.order[i]),
  };
  const [once, twice] = [moveBodies(product, state), moveBodies(g, moveBodies(h, state))];
  once.forEach((value, i) => expect(value).toBeCloseTo(twice[i], 12));
});

it("refuses a matrix that is not orthogonal, an order of other length, and a state that is not one", () => {
  const order = [0, 1, 2, 3, 4];
  const translation = [0, 0, 0];
  expect(() => moveBodies({ matrix: IDENTITY.map((x) => 1.01 * x), translation, order }, state)).toThrow("matrix must be orthogonal");
  expect(() => moveBodies({ matrix: IDENTITY, translation, order: [0] }, state)).toThrow("order must hold each of 0 to 4 once");
  expect(() => moveBodies({ matrix: IDENTITY, translation, order }, state.with(1, NaN))).toThrow("state must hold finite numbers, got NaN");
});
