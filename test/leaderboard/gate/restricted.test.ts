import { expect, test } from "vitest";
import { restricted } from "../../../src/leaderboard/gate/restricted.js";
import { runOf, theoremOf } from "../../harness/records.js";
import { scoredTaskOf, scoresOf } from "./scores.js";

const task = (id: string) => scoredTaskOf([], { task: { id, version: 1, hash: "" } });
const records = { verdicts: runOf({ theorems: [theoremOf({ id: "a/x" }), theoremOf({ id: "b/x" })] }), scores: scoresOf([task("a/y"), task("b/y")]), sha: "s" };
const kept = (found: typeof records | { verdicts: null; scores: null }) => [found.verdicts?.theorems.map(({ id }) => id) ?? null, found.scores?.tasks.map(({ task: { id } }) => id) ?? null];

test("keeps what matches, of the kinds asked for; a kind without any is null", () => {
  const both = { theorems: true, boards: true };
  expect(restricted(records, { ids: /^/, ...both })).toEqual(records);
  expect(kept(restricted(records, { ids: /^a/, ...both }))).toEqual([["a/x"], ["a/y"]]);
  expect(kept(restricted(records, { ids: /x$/, ...both }))).toEqual([["a/x", "b/x"], null]);
  expect(kept(restricted(records, { ids: /^/, theorems: false, boards: true }))).toEqual([null, ["a/y", "b/y"]]);
  expect(kept(restricted(records, { ids: /^/, theorems: true, boards: false }))).toEqual([["a/x", "b/x"], null]);
});
