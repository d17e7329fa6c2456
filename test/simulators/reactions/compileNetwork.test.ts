import { expect, test } from "vitest";
import { compileNetwork, hazard, react } from "../../../src/simulators/reactions/compileNetwork.js";
import type { Reaction } from "../../../src/simulators/reactions/reactionNetwork.js";
import { competingExits, networksOfSize } from "./exampleNetworks.js";

test.each(networksOfSize(100))("tables say the same as the data: $id", (network) => {
  const compiled = compileNetwork(network);
  expect(compiled.species).toEqual(Object.keys(network.initial));
  expect(Array.from(compiled.initial)).toEqual(Object.values(network.initial));
  const state = compiled.initial.map((_, s) => 3 * s + 2);
  const X = Object.fromEntries(compiled.species.map((name, s) => [name, state[s]]));
  network.reactions.forEach(({ name, source, rate, contacts, change }, r) => {
    expect(compiled.names[r]).toBe(name);
    expect(compiled.species[compiled.source[r]]).toBe(source);
    const met = contacts ? Object.entries(contacts).reduce((sum, [of, weight]) => sum + weight * X[of], 0) : 1;
    expect(hazard(compiled, state, r)).toBeCloseTo(rate * met, 14);
    const after = state.slice();
    react(compiled, after, r, 2);
    compiled.species.forEach((of, s) => expect(after[s] - state[s]).toBe(2 * (change[of] ?? 0)));
  });
});

test("each species lists its own reactions", () => {
  const { exitStart, exits } = compileNetwork(competingExits);
  expect(Array.from(exitStart)).toEqual([0, 2, 2, 2]);
  expect(Array.from(exits)).toEqual([0, 1]);
});

const sound: Reaction = { name: "a", source: "X", rate: 1, change: { X: -1 } };
test.each<readonly [string, Partial<Reaction>, string]>([
  ["a negative rate", { rate: -1 }, "rate of a must be finite and >= 0, got -1"],
  ["a rate that is no number", { rate: NaN }, "rate of a must be finite and >= 0, got NaN"],
  ["an unknown source", { source: "Z", change: { Y: 1 } }, "species must be one of X, Y, got Z in bad"],
  ["an unknown species that changes", { change: { Z: 1 } }, "species must be one of X, Y, got Z in bad"],
  ["an unknown species that is met", { contacts: { Z: 1 } }, "species must be one of X, Y, got Z in bad"],
  ["a negative weight", { contacts: { Y: -1 } }, "weight of Y in a must be finite and >= 0, got -1"],
  ["its own source met", { contacts: { X: 1 } }, "contacts of a must not hold its source, got X"],
  ["two individuals lost at once", { change: { X: -2 } }, "change of X in a must be a whole number >= -1, got -2"],
  ["another species lost", { change: { Y: -1 } }, "change of Y in a must be a whole number >= 0, got -1"],
  ["half an individual", { change: { Y: 0.5 } }, "change of Y in a must be a whole number >= 0, got 0.5"],
  ["no change", { change: {} }, "change of a must name a species, got none"],
])("a reaction with %s is refused", (_, flaw, message) => {
  const network = { id: "bad", initial: { X: 1, Y: 1 }, reactions: [{ ...sound, ...flaw }] };
  expect(() => compileNetwork(network)).toThrow(new RangeError(message));
});

test("a network without species, with a name twice or with a bad count is refused", () => {
  const reactions = [sound];
  expect(() => compileNetwork({ id: "bad", initial: {}, reactions })).toThrow(new RangeError("network bad must have species and reactions"));
  expect(() => compileNetwork({ id: "bad", initial: { X: 1 }, reactions: [] })).toThrow(RangeError);
  expect(() => compileNetwork({ id: "bad", initial: { X: 1 }, reactions: [sound, sound] })).toThrow(/unique, got a twice/);
  expect(() => compileNetwork({ id: "bad", initial: { X: -1 }, reactions })).toThrow(new RangeError("initial X must be finite and >= 0, got -1"));
  expect(() => compileNetwork({ id: "bad", initial: { X: NaN }, reactions })).toThrow(RangeError);
});
