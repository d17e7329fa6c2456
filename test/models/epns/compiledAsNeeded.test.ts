import { expect, it } from "vitest";
import { compiledAsNeeded } from "../../../src/models/epns/compiledAsNeeded.js";

/** Steps that remember their batch, and what became of it. */
function recorded(most: number) {
  const log: string[] = [];
  const steps = compiledAsNeeded((batch) => {
    log.push(`compile ${batch}`);
    return { batch, release: () => Promise.resolve(void log.push(`release ${batch}`)) };
  });
  return { ...steps, stepsFor: (states: number) => steps.stepsFor(states, most), log };
}

it("compiles a batch for as many states as there are, up to the most", () => {
  const { stepsFor, log } = recorded(8);
  expect([3, 20, 0].map((states) => stepsFor(states).batch)).toEqual([3, 8, 3]);
  expect(log).toEqual(["compile 3", "compile 8"]);
});

it("fewer states take the smallest batch there is that holds them", () => {
  const { stepsFor, log } = recorded(8);
  expect([6, 4, 1, 7, 5].map((states) => stepsFor(states).batch)).toEqual([6, 6, 6, 7, 6]);
  expect(log).toEqual(["compile 6", "compile 7"]);
});

it("releases all, and compiles anew afterwards", async () => {
  const { stepsFor, release, log } = recorded(8);
  stepsFor(2);
  stepsFor(5);
  await release();
  await release();
  expect(stepsFor(2).batch).toBe(2);
  expect(log).toEqual(["compile 2", "compile 5", "release 2", "release 5", "compile 2"]);
});
