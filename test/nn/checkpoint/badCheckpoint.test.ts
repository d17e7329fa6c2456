import { expect, test } from "vitest";
import { BadCheckpoint } from "../../../src/nn/checkpoint/badCheckpoint.js";

test("is told from other errors by its name", () => {
  expect(new BadCheckpoint("a.checkpoint is truncated")).toMatchObject({ name: "BadCheckpoint", message: "a.checkpoint is truncated" });
});
