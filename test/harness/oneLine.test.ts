import { expect, test } from "vitest";
import { oneLine } from "../../src/harness/oneLine.js";

test("lines are joined, colours and outer space dropped", () => {
  expect(oneLine("one")).toBe("one");
  expect(oneLine("\n  one\r\n   two \n\nthree\n")).toBe("one two three");
  expect(oneLine("\u001b[31mred\u001b[39m\nplain")).toBe("red plain");
});

test("an empty message still says something", () => {
  for (const empty of ["", " \n ", "\u001b[31m\u001b[39m"]) expect(oneLine(empty)).toBe("an error without a message");
});
