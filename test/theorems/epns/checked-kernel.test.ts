import { celestial, cellularPotts, type CellLattice, Key } from "simverdict";
import { describe, expect, test } from "vitest";
import { checkedBodies, checkedCells } from "../../../theorems/epns/checked-kernel.js";

const key = Key.root(0);
const world = celestial();
const state = world.init(key);
const noise = world.noise(key);

/** A kernel of bodies whose every answer is this one, or is made by it. */
const bodies = (answer: unknown) => {
  const member = (): unknown => (typeof answer === "function" ? (answer as () => unknown)() : answer);
  return checkedBodies({ init: member, noise: member, step: member, stepWithNoise: member } as never);
};
const broken = (): never => {
  throw new Error("my kernel is\nbroken");
};

describe("a kernel of bodies", () => {
  test("gives what it gave", () => {
    const checked = checkedBodies(world);
    expect(checked.init(key)).toEqual(state);
    expect(checked.noise(key)).toEqual(noise);
    expect(checked.step(key, state)).toEqual(world.step(key, state));
    expect(checked.stepWithNoise(state, noise)).toEqual(world.stepWithNoise(state, noise));
  });

  test("may give plain numbers, and use its other members", () => {
    const plain = { ...world, init: () => Array.from(state), step(_: Key, from: Float64Array) { return this.stepWithNoise(from, noise); } };
    const checked = checkedBodies(plain as never);
    expect(checked.init(key)).toEqual(state);
    expect(checked.step(key, state)).toEqual(world.stepWithNoise(state, noise));
  });

  test.each<[string, unknown, string]>([
    ["throws", broken, "threw my kernel is\nbroken"],
    ["a promise", () => Promise.reject(new Error("later")), "gave a promise; it must be synchronous"],
    ["nothing", undefined, "gave undefined, not the numbers of a state"],
    ["NaN", state.map((value, at) => (at === 11 ? NaN : value)), "gave a state with NaN at [1, 4]"],
    ["a long state", new Float64Array(42).fill(1), "gave 42 numbers, not a state of shape [5, 7]"],
    ["no mass", state.map((value, at) => (at === 7 ? 0 : value)), "gave a state with mass 0 at [1, 0]"],
  ])("is named where it answers a step with what is no state: %s", (_, answer, message) => {
    expect(() => bodies(answer).stepWithNoise(state, noise)).toThrow(new Error(`stepWithNoise of the kernel under test ${message}`));
    expect(() => bodies(answer).step(key, state)).toThrow(new Error(`step of the kernel under test ${message}`));
  });

  test("is named where it starts with what is no state", () => {
    expect(() => bodies(new Float64Array(8).fill(1)).init(key)).toThrow("init of the kernel under test gave 8 numbers, not a state of shape [n, 7]");
    expect(() => bodies(new Float64Array(0)).init(key)).toThrow("init of the kernel under test gave 0 numbers, not a state of shape [n, 7]");
  });

  test("is named where its noise is none", () => {
    expect(() => bodies([1, Infinity]).noise(key)).toThrow("noise of the kernel under test gave noise with Infinity at 1");
    expect(() => bodies(broken).noise(key)).toThrow("noise of the kernel under test threw");
  });
});

describe("a kernel of cells", () => {
  const potts = cellularPotts({ size: 12, cells: 4 });
  const lattice = potts.init(key);
  const cells = (answer: unknown) => checkedCells({ init: () => answer, step: () => answer, noise: () => answer, stepWithNoise: () => answer } as never);

  test("gives what it gave", () => {
    const checked = checkedCells(potts as never);
    expect(checked.init(key)).toEqual(lattice);
    expect(checked.step(key, lattice)).toEqual(potts.step(key, lattice));
  });

  const other = (changes: Partial<CellLattice>): unknown => ({ ...lattice, ...changes });
  test.each<[string, unknown, string]>([
    ["a promise", Promise.resolve(lattice), "gave a promise; it must be synchronous"],
    ["nothing", null, "gave null, not a lattice { size, ids, types }"],
    ["another size", cellularPotts({ size: 10, cells: 4 }).init(key), "gave a lattice of size 10, not 12"],
    ["too few sites", other({ ids: lattice.ids.slice(1) }), "gave 143 ids, not a lattice of shape [12, 12]"],
    ["other types", other({ types: lattice.types.slice(1) }), "gave types [1, 2, 1, 2] where there were [0, 1, 2, 1, 2]"],
    ["an unknown cell", other({ ids: lattice.ids.map((id, site) => (site === 13 ? 9 : id)) }), "gave a lattice with the id 9 at [1, 1]"],
  ])("is named where it answers with what is no lattice: %s", (_, answer, message) => {
    expect(() => cells(answer).step(key, lattice)).toThrow(new Error(`step of the kernel under test ${message}`));
  });

  test("may lose a cell in a step, but not begin without one", () => {
    const lost = { ...lattice, ids: lattice.ids.map((id) => (id === 2 ? 0 : id)) };
    expect(cells(lost).step(key, lattice)).toEqual(lost);
    expect(() => cells(lost).init(key)).toThrow("init of the kernel under test gave a lattice without a site for cell 2");
  });

  test("is named where its noise is none", () => {
    expect(() => cells({ latents: [NaN], gumbel: [] }).noise(key)).toThrow("noise of the kernel under test gave latents with NaN at 0");
    expect(() => cells({ latents: [0] }).noise(key)).toThrow("noise of the kernel under test gave undefined, not the numbers of gumbel");
  });
});
