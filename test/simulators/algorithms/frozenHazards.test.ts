import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { frozenHazards } from "../../../src/simulators/algorithms/frozenHazards.js";
import { seirs } from "../../../src/simulators/reactions/seirs.js";
import { competingExits } from "../reactions/exampleNetworks.js";

const network = seirs({ population: 2000, R0: 2.5, infectiousDays: 6, initial: 5, latentDays: 4, immuneDays: 30 });

/** The Euler map of the tasks, written out. */
test("without a stream, means: flows X(1 − e^(−h dt)), all from the old state", () => {
  const { events, states } = frozenHazards(network, { intervals: 60 }, 0.25);
  const dt = 0.25;
  let [S, E, I, R] = [1995, 5, 0, 0];
  for (let day = 0; day < 60; day++) {
    let incidence = 0;
    for (let j = 0; j < 4; j++) {
      const infections = S * (1 - Math.exp((-dt * (2.5 / 6) * I) / 2000));
      const onsets = E * (1 - Math.exp(-dt / 4));
      const recoveries = I * (1 - Math.exp(-dt / 6));
      const waned = R * (1 - Math.exp(-dt / 30));
      [S, E, I, R] = [S + waned - infections, E + infections - onsets, I + onsets - recoveries, R + recoveries - waned];
      incidence += onsets;
    }
    expect(Math.abs(events.onset[day] / incidence - 1)).toBeLessThan(1e-11);
    expect(Math.abs(states.I[day + 1] / I - 1)).toBeLessThan(1e-11);
  }
});

test("competing exits share what leaves in proportion to their hazards", () => {
  const { events, states } = frozenHazards(competingExits, { intervals: 1, length: 3 }, 1.5);
  const gone = 50 * (1 - Math.exp(-0.4 * 3));
  expect(events.leaving[0]).toBeCloseTo(0.75 * gone, 12);
  expect(events.dying[0]).toBeCloseTo(0.25 * gone, 12);
  expect(states.alive[1]).toBeCloseTo(50 - gone, 12);
});

test("an exit of hazard 0 takes nobody, in whichever place", () => {
  const [leaving, dying] = competingExits.reactions;
  for (const reactions of [[{ ...leaving, rate: 0 }, dying], [leaving, { ...dying, rate: 0 }]]) {
    for (const stream of [undefined, Key.root(1).stream()]) {
      const { events } = frozenHazards({ ...competingExits, reactions }, { intervals: 5 }, 1, stream);
      expect(Array.from(reactions[0].rate === 0 ? events.leaving : events.dying)).toEqual([0, 0, 0, 0, 0]);
      expect((reactions[0].rate === 0 ? events.dying : events.leaving)[0]).toBeGreaterThan(0);
    }
  }
});

test.each([0, -1, NaN, 0.3, 2])("a step of %s is refused", (step) => {
  expect(() => frozenHazards(network, { intervals: 3 }, step)).toThrow(new RegExp(`^step must .* got ${step}$`));
});

test("a step that divides the interval up to rounding is taken", () => {
  expect(frozenHazards(network, { intervals: 1 }, 0.1).events.onset).toHaveLength(1);
});
