import { expect, it } from "vitest";
import { boardNotes } from "../../src/report/boardNotes.js";
import { boardOf, rowOf } from "../leaderboard/records.js";

it("says each note once, in order", () => {
  const [first, second] = [rowOf({ note: "trained on 3 < 4" }), rowOf({ model: "other", note: "none" })];
  const boards = [boardOf({ rows: [first, rowOf({ model: "silent" })] }), boardOf({ id: "toy/bit/brier", rows: [second, first] })];
  expect(boardNotes(boards)).toEqual(["- toy/bit: net: trained on 3 \\< 4", "- toy/bit: other: none"]);
});

it("says nothing where there is no note", () => {
  expect(boardNotes([boardOf()])).toEqual([]);
});
