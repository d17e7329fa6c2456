import { expect, test } from "vitest";
import { BadBase } from "../../../src/leaderboard/gate/badBase.js";

test("says what is wrong, and whether it is a matter of integrity", () => {
  expect([new BadBase("other tier"), new BadBase("changed", true)].map(({ name, message, integrity }) => [name, message, integrity])).toEqual([
    ["BadBase", "other tier", false],
    ["BadBase", "changed", true],
  ]);
});
