import { describe, expect, it } from "vitest";
import { advanceBodies } from "../../../../src/models/epns/bodies/bodyIncrements.js";
import { bodyWindows, trajectoryTransitions } from "../../../../src/models/epns/bodies/bodyWindows.js";
import { Key } from "../../../../src/random/key.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";
import { trajectory } from "../../../../src/simulators/transitionKernel.js";

const kernel = celestial({ bodies: 3, innerSteps: 5, dt: 0.02 });
const paths = [4, 6].map((observations, i) => trajectory(kernel, Key.root(i), observations));
const SCALES = { dt: 0.1, velocity: 0.1, position: 1e-2 };

describe("bodyWindows", () => {
  it("are all runs of T transitions within a trajectory, whose targets lead from each state to the next", () => {
    const windows = bodyWindows(trajectoryTransitions(paths, 3), SCALES, 3);
    expect([windows.count, windows.bodies]).toEqual([1 + 3, 3]);
    const { states, targets } = windows.batch([3, 0]);
    expect([states.shape, targets.shape]).toEqual([[2, 3, 3, 7], [2, 3, 3, 2, 3]]);
    for (const [row, [path, start]] of [[1, 2], [0, 0]].entries()) {
      for (let k = 0; k < 3; k++) {
        const at = row * 3 + k;
        expect(states.data.slice(21 * at, 21 * (at + 1))).toEqual(Float32Array.from(paths[path][start + k]));
        const next = advanceBodies(paths[path][start + k], targets.data.slice(18 * at, 18 * (at + 1)), SCALES);
        next.forEach((value, i) => expect(value).toBeCloseTo(paths[path][start + k + 1][i], 6));
      }
    }
  });

  it("turned, keep masses, lengths and angles, and every window turns by its own element of O(3)", () => {
    const windows = bodyWindows(trajectoryTransitions(paths), SCALES, 1);
    const plain = windows.batch([0, 0]);
    const turned = windows.batch([0, 0], Key.root(5).stream());
    const vectors = ({ states, targets }: typeof plain, row: number): number[][] =>
      [0, 1, 2].flatMap((body) => [
        ...[1, 4].map((k) => states.data.subarray(21 * row + 7 * body + k, 21 * row + 7 * body + k + 3)),
        ...[0, 3].map((k) => targets.data.subarray(18 * row + 6 * body + k, 18 * row + 6 * body + k + 3)),
      ].map((vector) => [...vector]));
    const products = (of: number[][]): number[] => of.flatMap((a) => of.map((b) => a.reduce((sum, value, k) => sum + value * b[k], 0)));
    for (const row of [0, 1]) {
      for (const body of [0, 1, 2]) expect(turned.states.data[21 * row + 7 * body]).toBe(plain.states.data[21 * row + 7 * body]);
      const wanted = products(vectors(plain, row));
      products(vectors(turned, row)).forEach((value, i) => expect(value).toBeCloseTo(wanted[i], 3));
      expect(vectors(turned, row)[0]).not.toEqual(vectors(plain, row)[0]);
    }
    expect(vectors(turned, 0)[0]).not.toEqual(vectors(turned, 1)[0]);
  });
});

describe("trajectoryTransitions", () => {
  const [path] = paths;
  it.each([
    ["no trajectory", [], 1, "trajectories must hold at least one, got none"],
    ["a trajectory of one state", [path, path.slice(1, 2)], 1, "trajectories[1] must hold at least 2 states for horizon 1, got 1"],
    ["a horizon longer than a trajectory", [path], 4, "trajectories[0] must hold at least 5 states for horizon 4, got 4"],
    ["another shape", [[path[0], new Float64Array(5)]], 1, "trajectories[0][1]: state must have shape [3, 7], got 5 numbers"],
    ["a body count that changes", [path, [path[0], path[1].slice(7)]], 1, "trajectories[1][1]: state must have shape [3, 7], got 14 numbers"],
    ["a position that is not finite", [[path[0], path[1].with(8, NaN)]], 1, "trajectories[0][1]: state must hold finite numbers, got NaN in body 1"],
    ["a mass that changes", [path, [path[0], path[1], path[2].with(7, 9)]], 1, `trajectories[1][2]: masses must stay as in trajectories[1][0], got 9 for ${path[0][7]} of body 1`],
    ["a mass that is not positive", [[path[0].with(0, 0), path[1]]], 1, "trajectories[0][0]: masses must be positive, got 0 in body 0"],
  ])("refuses %s", (_, trajectories, horizon, message) => {
    expect(() => trajectoryTransitions(trajectories, horizon)).toThrow(new RangeError(message));
  });
});
