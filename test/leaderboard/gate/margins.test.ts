import { expect, test } from "vitest";
import { parseMargins } from "../../../src/leaderboard/gate/margins.js";

const error = { id: "error", range: [0, 1] } as const;
const wide = { id: "squared", range: [-10, 30] } as const;

test("what is not given is .005 of the width of the range", () => {
  expect([error, wide].map(parseMargins(""))).toEqual([0.005, 0.2]);
});

test("one number for all metrics, or some by their ids", () => {
  expect([error, wide].map(parseMargins(".02"))).toEqual([0.02, 0.02]);
  expect([error, wide].map(parseMargins(" squared=1e-3 , .02 "))).toEqual([0.02, 0.001]);
  expect([error, wide].map(parseMargins("error=.01"))).toEqual([0.01, 0.2]);
});

test.each([
  ["x", 'a margin must be a number above 0, or <metric>=<number>, got "x"'],
  ["0", 'got "0"'],
  ["-1", 'got "-1"'],
  ["NaN", 'got "NaN"'],
  ["error=", 'got "error="'],
  ["error=Infinity", 'got "error=Infinity"'],
  ["a=b=1", 'got "a=b=1"'],
  [".1,.2", "two margins are given for all metrics"],
  ["a=1,a=2", "two margins are given for a"],
])("%j is refused", (text, message) => {
  expect(() => parseMargins(text)).toThrow(message);
});

test("a margin as wide as the range could never be exceeded", () => {
  expect(() => parseMargins("1")(error)).toThrow("the margin 1 of error must be below 1, the width of its range");
});
