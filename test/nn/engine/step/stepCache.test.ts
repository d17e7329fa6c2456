import { expect, it } from "vitest";
import { StepCache } from "../../../../src/nn/engine/step/stepCache.js";

/** A cache of steps that are but names, and what happens in it. */
function cache(paysAfter: number) {
  const events: string[] = [];
  const steps = new StepCache<{ name: string; release: () => Promise<void> }>(paysAfter);
  const ask = async (name: string) =>
    (await steps.find(() => name, async () => (events.push(name), { name, release: async () => void events.push(`-${name}`) })))?.name;
  return { ask, events, release: () => steps.release() };
}

it("makes the first step at once, and others when they have been asked for often enough", async () => {
  const { ask, events } = cache(3);
  const found: (string | undefined)[] = [];
  for (const name of ["a", "b", "a", "b", "c", "b", "c", "b"]) found.push(await ask(name));
  expect(found).toEqual(["a", undefined, "a", undefined, undefined, "b", undefined, "b"]);
  expect(events).toEqual(["a", "b"]);
});

it("keeps the eight steps last used, and releases the others", async () => {
  const { ask, events, release } = cache(1);
  for (const name of [..."abcdefgh", "a", "i", "a", "b"]) await ask(name);
  expect(events).toEqual([..."abcdefghi", "-b", "b", "-c"]);
  await release();
  expect(events.filter((event) => event.startsWith("-")).sort()).toEqual(["-a", "-b", "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-i"]);
});

it("counts the last 64 that do not pay yet", async () => {
  const { ask, events } = cache(2);
  await ask("first");
  for (let i = 0; i < 65; i++) await ask(`${i}`);
  await ask("64");
  await ask("0");
  expect(events).toEqual(["first", "64"]);
});

it("keeps a step under what is asked for after it was made", async () => {
  const steps = new StepCache(9);
  let name = "a";
  const made = { release: async () => {} };
  await steps.find(() => name, async () => ((name = "b"), made));
  expect(await steps.find(() => name, async () => expect.unreachable())).toBe(made);
});

it("starts anew after a step that could not be made", async () => {
  const steps = new StepCache(9);
  await expect(steps.find(() => "a", async () => Promise.reject(new RangeError("mine")))).rejects.toThrow(new RangeError("mine"));
  const made = { release: async () => {} };
  expect(await steps.find(() => "a", async () => made)).toBe(made);
});
