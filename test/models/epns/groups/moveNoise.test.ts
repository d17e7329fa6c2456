import { expect, it } from "vitest";
import { moveNoise } from "../../../../src/models/epns/groups/moveNoise.js";
import { drawBodySymmetry } from "../../../../src/models/epns/groups/bodySymmetry.js";
import { moveBodies } from "../../../../src/models/epns/groups/moveBodies.js";
import { Key } from "../../../../src/random/key.js";
import { celestial } from "../../../../src/simulators/particles/celestial.js";

it("acts layer by layer", () => {
  const g = { matrix: [-1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [1, 1, 1], order: [1, 0] };
  expect([...moveNoise(g, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])]).toEqual([-4, 5, 6, -1, 2, 3, -10, 11, 12, -7, 8, 9]);
});

it("makes a step of the true simulator commute with E(3) × S_n to rounding, as its docstring says", () => {
  const kernel = celestial({ innerSteps: 20 });
  for (let seed = 0; seed < 10; seed++) {
    const key = Key.root(seed);
    const [state, noise, g] = [kernel.init(key), kernel.noise(key), drawBodySymmetry(key.stream(), 5, 10)];
    const expected = moveBodies(g, kernel.stepWithNoise(state, noise));
    const found = kernel.stepWithNoise(moveBodies(g, state), moveNoise(g, noise));
    found.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-10));
  }
});

it("refuses noise that does not fall into layers", () => {
  const g = { matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0], order: [0, 1] };
  expect(() => moveNoise(g, [1, 2, 3])).toThrow(new RangeError("noise must have shape [k, 2, 3], got 3 numbers"));
});
