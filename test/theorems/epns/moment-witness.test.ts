import { celestial, Key, normal } from "simverdict";
import { describe, expect, test } from "vitest";
import type { Steps } from "../../../theorems/epns/compiled-steps.js";
import { DELTA, meanWitness, outcomes, searchedPair, spreadWitness } from "../../../theorems/epns/moment-witness.js";

/** One step of a kernel. */
type Step = (key: Key, state: Float64Array) => Float64Array;

const world = celestial();
const quiet = celestial({ diffusion: 0 });
const step: Step = (key, state) => world.step(key, state);
const single = (state: Float64Array): Float64Array => state.map((value) => Math.fround(value));

/** Gravity for one step with velocities that jump at random, and positions that go on with the mean of both velocities. */
function trapezoid(key: Key, state: Float64Array): Float64Array {
  const kicked = celestial({ innerSteps: 1, dt: 0.1, diffusion: 0 }).step(key, state);
  const stream = key.stream();
  const next = state.map((value, at) => (at % 7 > 3 ? kicked[at] + normal(stream, 0, 0.03) : value));
  return next.map((value, at) => (at % 7 > 0 && at % 7 < 4 ? value + 0.05 * (state[at + 3] + next[at + 3]) : value));
}
/** Bodies that go straight on. */
const straight = (state: Float64Array): Float64Array => state.map((value, at) => (at % 7 > 0 && at % 7 < 4 ? value + 0.1 * state[at + 3] : value));

const EQUIVARIANT: Record<string, Step> = {
  "the simulator": step,
  "the simulator without noise": (key, state) => quiet.step(key, state),
  "positions without noise of their own": trapezoid,
  "straight on": (_, state) => straight(state),
  "straight on in float32": (_, state) => single(straight(single(state))),
  "the simulator without noise, in float32": (key, state) => single(quiet.step(key, single(state))),
  "nothing moves": (_, state) => state.slice(),
};
const BROKEN: Record<string, Step> = {
  "straight on, but for v_x": (_, state) => straight(state).map((value, at) => (at % 7 === 4 ? 1.05 * value : value)),
  "velocities one way": (key, state) => trapezoid(key, state).map((value, at) => (at % 7 === 4 ? value + 0.03 : value)),
};

/** Mean difference of a witness over fresh steps, for a pair that was searched for. */
async function difference(judged: Step, learn: typeof meanWitness, count: number): Promise<number> {
  const key = Key.root(5);
  const steps: Steps = async (states, own) => states.map((state, i) => judged(own.fold(i), state));
  const pair = await searchedPair(steps, (own) => world.init(own), learn, { key: key.fold("search"), pairs: 3, held: 64 });
  const { feature } = learn(await outcomes(steps, pair, key.fold("learn"), count));
  const [plain, moved] = await outcomes(steps, pair, key.fold("judge"), count);
  return plain.reduce((sum, u, i) => sum + (feature(u) - feature(moved[i])) / count, 0);
}

/** Steps without noise all differ alike; with noise, a mean of 1,000 differences strays by about .03 each way. */
const LIMIT = DELTA + 0.1;

describe.each(Object.entries({ first: meanWitness, second: spreadWitness }))("of %s moments, a witness", (_, learn) => {
  test.each(Object.entries(EQUIVARIANT))("finds nothing in what is equivariant: %s", async (_, judged) => {
    const random = judged === step || judged === trapezoid;
    const found = await difference(judged, learn, random ? 1000 : 64);
    expect(Math.abs(found)).toBeLessThan(random ? LIMIT : DELTA);
  });
});

test.each(Object.entries(BROKEN))("finds a broken law of means: %s", async (_, judged) => {
  expect(await difference(judged, meanWitness, 256)).toBeGreaterThan(2 * LIMIT);
});
