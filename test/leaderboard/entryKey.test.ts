import { expect, test } from "vitest";
import { entryKey } from "../../src/leaderboard/entryKey.js";
import { Key } from "../../src/random/key.js";

test("an entry's key is that of the seed, the task and its name", () => {
  expect(entryKey(3, "toy/bit", "net").equals(Key.root(3).fold("entry").fold("toy/bit").fold("net"))).toBe(true);
});

test("a seed that is none is refused", () => {
  expect(() => entryKey(-1, "toy/bit", "net")).toThrow(RangeError);
});
