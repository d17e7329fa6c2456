import { bodyKernel, celestial, cellKernel, cellularPotts, type CoupledKernel, crowdModel, Key, vectorScalar } from "simverdict";
import { expect, test } from "vitest";
import { checkedBodies, checkedCells } from "../../../theorems/epns/checked-kernel.js";
import { kernelSteps, sameBodies, sameCells } from "../../../theorems/epns/compiled-steps.js";

const key = Key.root(0);
const world = celestial();
const states = [world.init(key), world.init(key.fold(1))];

/** The simulator with steps for batches that add so much to every v_x; and how often either kind was asked. */
function batched(more: number): { readonly kernel: CoupledKernel; readonly asked: { alone: number; together: number } } {
  const asked = { alone: 0, together: 0 };
  const step: CoupledKernel["step"] = (own, state) => (asked.alone++, world.step(own, state));
  const stepAll = (some: readonly Float64Array[], noise: readonly Float64Array[]): Float64Array[] =>
    (asked.together++, some.map((state, i) => world.stepWithNoise(state, noise[i]).map((value, at) => (at % 7 === 4 ? value + more : value))));
  return { kernel: { ...world, step, stepAll } as CoupledKernel, asked };
}

test("steps of a batch are taken where they are those of the step", async () => {
  const { kernel, asked } = batched(0);
  const steps = await kernelSteps(checkedBodies(kernel), sameBodies, key);
  const before = { ...asked };
  expect(await steps(states, key)).toEqual(states.map((state, i) => world.step(key.fold(i), state)));
  expect(asked).toEqual({ alone: before.alone, together: before.together + 1 });
});

test("and left alone where they are not: a step of one's own beside the batches of another kernel", async () => {
  const { kernel, asked } = batched(0.01);
  const steps = await kernelSteps(checkedBodies(kernel), sameBodies, key);
  const before = { ...asked };
  expect(await steps(states, key)).toEqual(states.map((state, i) => world.step(key.fold(i), state)));
  expect(asked).toEqual({ alone: before.alone + 2, together: before.together });
});

test("a learned kernel steps in batches, as it does one at a time up to rounding", async () => {
  const model = vectorScalar({ hidden: 4 });
  const learned = bodyKernel(model, { parameters: model.init(key), scales: { dt: 0.1, velocity: 0.1, position: 1e-3 }, bodies: 5, init: (own) => world.init(own) });
  const kernel: CoupledKernel = { ...learned };
  let alone = 0;
  const steps = await kernelSteps(checkedBodies({ ...kernel, step: (own, state) => (alone++, learned.step(own, state)) }), sameBodies, key);
  const before = alone;
  const next = await steps(states, key);
  expect(alone).toBe(before);
  next.forEach((found, i) => learned.step(key.fold(i), states[i]).forEach((value, at) => expect(found[at]).toBeCloseTo(value, 5)));
});

test("so does a kernel of cells", async () => {
  const [model, sizes] = [crowdModel({ hidden: 4 }), { size: 10, cells: 4 }];
  const learned = cellKernel(model, { ...sizes, parameters: model.init(key), init: (own) => cellularPotts(sizes).init(own) });
  let alone = 0;
  const steps = await kernelSteps(checkedCells({ ...learned, step: (own, lattice) => (alone++, learned.step(own, lattice)) }), sameCells, key);
  const [before, lattices] = [alone, [learned.init(key), learned.init(key.fold(1))]];
  const next = await steps(lattices, key);
  expect(alone).toBe(before);
  next.forEach((found, i) => expect(sameCells(found, learned.step(key.fold(i), lattices[i]))).toBe(true));
});

test("what steps of a batch throw or give is said of the kernel", async () => {
  const kernel = (stepAll: unknown) => checkedBodies({ ...world, stepAll } as never).compiled!(2);
  const noise = states.map((_, i) => world.noise(key.fold(i)));
  await expect(kernel(() => { throw new Error("no net"); }).stepAll(states, noise)).rejects.toThrow("stepAll of the kernel under test threw no net");
  await expect(kernel(() => Promise.reject(new Error("later"))).stepAll(states, noise)).rejects.toThrow("stepAll of the kernel under test threw later");
  await expect(kernel(() => [states[0]]).stepAll(states, noise)).rejects.toThrow("stepAll of the kernel under test gave undefined, not the numbers of a state");
  await expect(kernel(() => undefined).stepAll(states, noise)).rejects.toThrow("stepAll of the kernel under test gave");
});
