import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import type * as Simverdict from "simverdict";
import { type Task, taskHash } from "../../../src/leaderboard/task.js";
import { sources, ROOT } from "../../meta/sources.js";
import pinned from "../../../fixtures/leaderboard/tasks.json" with { type: "json" };

type AnyTask = Task<unknown, unknown, unknown, unknown>;
/** The tasks of the boards that a file registers when it is imported. */
const used = vi.hoisted(() => [] as { task: AnyTask }[]);
vi.mock("simverdict", async (original) => ({
  ...(await original<typeof Simverdict>()),
  leaderboard: (definition: { task: AnyTask }) => used.push(definition),
}));

/** What is wrong with the pins of tasks: each must have its own, and none may change; then the digest of the mended pins. */
function flaws(tasks: readonly AnyTask[], pins: Readonly<Record<string, string>>): string[] {
  const mended = { ...pins };
  const found = tasks.flatMap((task) => {
    const [name, hash] = [`${task.id}@${task.version}`, taskHash(task)];
    if (pins[name] === hash) return [];
    const version = pins[name] === undefined ? task.version : task.version + 1;
    const pin = { name: `${task.id}@${version}`, hash: taskHash({ ...task, version }) };
    mended[pin.name] = pin.hash;
    const advice = `add "${pin.name}": "${pin.hash}" to fixtures/leaderboard/tasks.json`;
    return [pins[name] === undefined ? `${name} is not pinned: ${advice}` : `${name} has changed, which needs a new version: undo it, or make it version ${version} and ${advice}`];
  });
  if (found.length === 0) return [];
  return [...found, `with these pins added at the end, in this order, provenance.sha256 is "${digestOf(mended)}"`];
}

/** The digest that the provenance of pins holds. */
const digestOf = (pins: Readonly<Record<string, string>>): string => createHash("sha256").update(JSON.stringify(pins)).digest("hex");

const boards = sources("benchmarks/boards", ".board.ts").map(({ path }) => path);

test("every task that a board uses is pinned, and is what was pinned", async () => {
  for (const path of boards) await import(/* @vite-ignore */ `${ROOT}/${path}`);
  const tasks = used.map(({ task }) => task);
  expect(tasks.length).toBeGreaterThanOrEqual(boards.length);
  expect(flaws(tasks, pinned.values)).toEqual([]);
});

test("the digest of pins is that of their provenance", () => {
  expect(digestOf(pinned.values)).toBe(pinned.provenance.sha256);
});

test("a task without a pin, or other than its pin, is found, with all that mends it", () => {
  const task: AnyTask = {
    id: "toy",
    version: 1,
    title: "t",
    simulator: { id: "toy", prior: { sample: () => 0 }, simulate: () => 1 },
    truth: () => 0,
    check: () => {},
  };
  const hash = taskHash(task);
  const digest = (pins: Record<string, string>): string =>
    `with these pins added at the end, in this order, provenance.sha256 is "${digestOf(pins)}"`;
  expect(flaws([task], { "toy@1": hash })).toEqual([]);
  expect(flaws([task], { "toy@2": hash })).toEqual([
    `toy@1 is not pinned: add "toy@1": "${hash}" to fixtures/leaderboard/tasks.json`,
    digest({ "toy@2": hash, "toy@1": hash }),
  ]);
  const changed = { ...task, truth: () => 1 };
  const newHash = taskHash({ ...changed, version: 2 });
  expect(flaws([changed], { "toy@1": hash })).toEqual([
    `toy@1 has changed, which needs a new version: undo it, or make it version 2 and add "toy@2": "${newHash}" to fixtures/leaderboard/tasks.json`,
    digest({ "toy@1": hash, "toy@2": newHash }),
  ]);
});
