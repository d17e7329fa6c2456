import { expect, test } from "vitest";
import { markdownTable } from "../../src/report/markdownTable.js";

test("a header, a rule and the rows", () => {
  expect(markdownTable(["a", "b"], [["1", "2"]])).toEqual(["| a | b |", "| --- | --- |", "| 1 | 2 |"]);
});

test("bars and line breaks stay within their cell", () => {
  expect(markdownTable(["E[λ|x]"], [["one\ntwo"]])).toEqual(["| E[λ\\|x] |", "| --- |", "| one two |"]);
});

test("a row of another length is rejected", () => {
  expect(() => markdownTable(["a", "b"], [["1"]])).toThrow(new RangeError("a row has 1 cells, its table 2 columns"));
});
