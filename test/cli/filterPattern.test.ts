import { expect, test } from "vitest";
import { filterPattern, idPattern } from "../../src/cli/filterPattern.js";

test.each([
  ["sgnn", "sgnn/gamma-poisson-1", true],
  ["poisson", "sgnn/gamma-poisson-1", true],
  ["sgnn/*-1$", "sgnn/gamma-poisson-1", true],
  ["sgnn/*-1$", "sgnn/gamma-poisson-15", false],
  ["poisson-1$", "sgnn/gamma-poisson-1", true],
  ["gamma$", "sgnn/gamma-poisson-1", false],
  ["*", "anything", true],
  ["", "anything", true],
  ["a.c", "abc", false],
  ["a.c", "a.c", true],
  ["[ab]", "a", false],
  ["(", "a", false],
  ["epns", "sgnn/gamma-poisson-1", false],
])('"%s" on "%s": %s', (filter, id, matches) => {
  expect(filterPattern(filter).test(id)).toBe(matches);
});

test("whole ids match themselves and nothing else", () => {
  const pattern = idPattern(["a/b.c", "d"]);
  expect(["a/b.c", "d", "a/bxc", "a/b.c/e", "0d"].map((id) => pattern.test(id))).toEqual([true, true, false, false, false]);
});
