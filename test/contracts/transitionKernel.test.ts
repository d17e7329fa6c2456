import { describe, expect, test } from "vitest";
import { Key } from "../../src/random/key.js";
import { cellularPotts } from "../../src/simulators/lattice/cellularPotts.js";
import { celestial } from "../../src/simulators/particles/celestial.js";
import { type TransitionKernel, trajectory } from "../../src/simulators/transitionKernel.js";

type Named<S> = TransitionKernel<S> & { readonly id: string };

/** A kernel whose states stay its own, so that a list can mix kernels of different types. */
function subject<S>(build: () => Named<S>): { readonly id: string; readonly kernel: Named<unknown>; readonly rebuilt: () => Named<unknown> } {
  const kernel = build() as Named<unknown>;
  return { id: kernel.id, kernel, rebuilt: build };
}

const subjects = [
  subject(() => celestial()),
  subject(() => celestial({ bodies: 3, dt: 1e-2, innerSteps: 10, softening: 0.2, diffusion: 0 })),
  subject(() => cellularPotts({ size: 24, cells: 8 })),
  subject(() => cellularPotts({ size: 13, cells: 4, temperature: 20, monteCarloSteps: 3 })),
];
const keys = Array.from({ length: 20 }, (_, i) => Key.root(17).fold("contract").fold(i));

test("ids are different", () => {
  expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length);
});

describe.each(subjects)("$id", ({ id, kernel, rebuilt }) => {
  test("equal keys give equal trajectories, also from a kernel built again", () => {
    const again = rebuilt();
    expect(again.id).toBe(id);
    for (const key of keys) {
      const states = trajectory(kernel, key, 3);
      expect(trajectory(kernel, key, 3)).toStrictEqual(states);
      expect(trajectory(again, key, 3)).toStrictEqual(states);
    }
  });

  test("a step does not depend on which steps came before", () => {
    const states = keys.map((key) => kernel.init(key));
    const forwards = states.map((state, i) => kernel.step(keys[i], state));
    const backwards = [...states.keys()].reverse().map((i) => kernel.step(keys[i], states[i]));
    expect(backwards.reverse()).toStrictEqual(forwards);
  });

  test("a step changes neither the state it is given nor states it gave", () => {
    for (const key of keys) {
      const states = [kernel.init(key)];
      const before: unknown[] = [];
      for (let t = 0; t < 3; t++) {
        before.push(structuredClone(states[t]));
        states.push(kernel.step(key.fold(t), states[t]));
      }
      expect(states.slice(0, 3)).toStrictEqual(before);
      expect(states[1]).not.toStrictEqual(states[0]);
    }
  });

  test("different keys give different initial states", () => {
    expect(new Set(keys.map((key) => JSON.stringify(kernel.init(key)))).size).toBe(keys.length);
  });
});
