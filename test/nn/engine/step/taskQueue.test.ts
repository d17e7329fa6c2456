import { expect, it } from "vitest";
import { taskQueue } from "../../../../src/nn/engine/step/taskQueue.js";

it("starts a task when those before it have ended, also where one fails", async () => {
  const events: string[] = [];
  const inTurn = taskQueue();
  const task = (name: string, turns: number) => async (): Promise<string> => {
    events.push(`${name} starts`);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    events.push(`${name} ends`);
    if (name === "b") throw new Error("b fails");
    return name;
  };
  const done = await Promise.allSettled([inTurn(task("a", 9)), inTurn(task("b", 3)), inTurn(task("c", 0))]);
  expect(events).toEqual(["a starts", "a ends", "b starts", "b ends", "c starts", "c ends"]);
  expect(done).toMatchObject([{ value: "a" }, { reason: new Error("b fails") }, { value: "c" }]);
});
