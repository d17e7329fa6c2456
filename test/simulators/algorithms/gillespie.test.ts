import { expect, test } from "vitest";
import { Key } from "../../../src/random/key.js";
import { gillespie } from "../../../src/simulators/algorithms/gillespie.js";
import type { ReactionNetwork } from "../../../src/simulators/reactions/reactionNetwork.js";
import { drawMany, expectPmf } from "../../random/goodnessOfFit.js";
import { competingExits, networksOfSize } from "../reactions/exampleNetworks.js";
import { expectExactExits } from "./exactExits.js";

test("competing exits have their exact law", () => {
  expectExactExits(gillespie());
});

/** False alarm about 1e−9. */
test("events of constant rate 3 are a Poisson process, whatever the intervals", () => {
  const clock: ReactionNetwork = {
    id: "clock",
    initial: { clock: 1, ticks: 0 },
    reactions: [{ name: "tick", source: "clock", rate: 3, change: { ticks: 1 } }],
  };
  const ticks = drawMany("ticks", (stream) => gillespie().simulate(stream, clock, { intervals: 4, length: 0.5 }).states.ticks[4], 20_000);
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  expectPmf(ticks, (k) => (6 ** k * Math.exp(-6)) / factorial(k));
});

/** Geometric law of pure birth from one ancestor: P(n) = e^(−t)(1 − e^(−t))^(n−1), t = 2. False alarm about 1e−9. */
test("pure birth has the Yule law", () => {
  const yule: ReactionNetwork = { id: "yule", initial: { X: 1 }, reactions: [{ name: "birth", source: "X", rate: 1, change: { X: 1 } }] };
  const sizes = drawMany("yule", (stream) => gillespie().simulate(stream, yule, { intervals: 2 }).states.X[2], 20_000);
  const p = Math.exp(-2);
  expectPmf(sizes, (n) => (n < 1 ? 0 : p * (1 - p) ** (n - 1)));
});

test("after the last event nothing happens any more", () => {
  const { events, states } = gillespie().simulate(Key.root(1).stream(), competingExits, { intervals: 400 });
  expect(states.alive.at(-1)).toBe(0);
  expect(states.left.at(-1)! + states.died.at(-1)!).toBe(50);
  expect(events.leaving.at(-1)).toBe(0);
});

test("bad input", () => {
  const stream = Key.root(0).stream();
  const [sir] = networksOfSize(15); // initial 1.5
  expect(() => gillespie({ maxEvents: 0 })).toThrow(new RangeError("maxEvents must be a whole number >= 1, got 0"));
  expect(() => gillespie().simulate(stream, sir, { intervals: 1 })).toThrow(new RangeError("initial S must be a whole number >= 0, got 13.5"));
  expect(() => gillespie().simulate(stream, competingExits, { intervals: 0 })).toThrow(RangeError);
  expect(() => gillespie({ maxEvents: 10 }).simulate(stream, competingExits, { intervals: 100 })).toThrow(
    new RangeError("maxEvents must cover a trajectory of competing-exits, got 10"),
  );
});
