import { expect, test, vi } from "vitest";
import { compareScores, type ComparisonOptions } from "../../../src/leaderboard/gate/compareScores.js";
import { parseMargins } from "../../../src/leaderboard/gate/margins.js";
import { packedScores } from "../../../src/leaderboard/gate/packedScores.js";
import type { ScoredRow } from "../../../src/leaderboard/gate/scoresRecord.js";
import { errors, scoredRowOf, scoredTaskOf, scoresOf } from "./scores.js";

const OPTIONS: ComparisonOptions = { margins: parseMargins(""), alpha: 1e-5, secondDraw: (pair) => pair };
const [good, bad, same] = [errors(20), errors(8), scoredRowOf(errors(20))];
const compare = (base: ScoredRow[], current: ScoredRow[], options: Partial<ComparisonOptions> = {}) =>
  compareScores(scoresOf([scoredTaskOf(base)]), scoresOf([scoredTaskOf(current)]), { ...OPTIONS, ...options });
const verdicts = async (...words: Parameters<typeof compare>) => (await compare(...words)).map(({ model, verdict }) => `${model} ${verdict}`);

test("no score differs: identical, and no second draw", async () => {
  const secondDraw = vi.fn(OPTIONS.secondDraw);
  expect(await compare([same], [same], { secondDraw })).toMatchObject([{ verdict: "identical", margin: 0.005, public: null, confirmation: null }]);
  expect(secondDraw).not.toHaveBeenCalled();
});

test("worse on the public and on the reserved cases: fail, with both numbers", async () => {
  const [finding] = await compare([same], [scoredRowOf(bad)]);
  expect(finding).toMatchObject({ verdict: "fail", public: { cases: 4_000, base: 0.05, current: 0.125 }, confirmation: { base: 0.05, current: 0.125 } });
  expect(finding.public!.worsening).toBeCloseTo(0.075, 12);
  expect(finding.public!.lower).toBeGreaterThan(0.005);
  expect(finding.public!.upper).toBeLessThan(0.2);
});

test("worse on the public cases only: not confirmed", async () => {
  expect(await verdicts([same], [scoredRowOf(good, { public: packedScores(bad, [0, 1]) })])).toEqual(["net unconfirmed"]);
});

test("better, or worse by less than the margin that is given: pass", async () => {
  expect(await verdicts([scoredRowOf(bad)], [same])).toEqual(["net pass"]);
  expect(await verdicts([same], [scoredRowOf(bad)], { margins: parseMargins("error=.2") })).toEqual(["net pass"]);
});

test("the confirmation comes from the second draw, and what has no score there is broken", async () => {
  const { metric } = scoredTaskOf([]).boards[0];
  const anew = (row: ScoredRow) => (pair: Parameters<ComparisonOptions["secondDraw"]>[0]) => ({ ...pair, current: { ...pair.current, boards: [{ metric, rows: [row] }] } });
  expect(await verdicts([same], [scoredRowOf(bad)], { secondDraw: anew(same) })).toEqual(["net unconfirmed"]);
  const [finding] = await compare([same], [scoredRowOf(bad)], { secondDraw: anew(scoredRowOf([], { public: null, reserved: null, problem: "diverged" })) });
  expect(finding).toMatchObject({ verdict: "broken", problem: "diverged", public: null });
});

test("rows that are gone, broken, new, and those that had no score to lose", async () => {
  const none = { public: null, reserved: null };
  const base = [same, scoredRowOf(good, { model: "rule" }), scoredRowOf([], { model: "class", ...none, problem: "n/a" })];
  const current = [scoredRowOf([], { ...none, problem: "no net" }), scoredRowOf([], { model: "class", ...none, problem: "n/a" }), scoredRowOf(good, { model: "more" })];
  expect(await verdicts(base, current)).toEqual(["net broken", "rule removed", "more new"]);
  expect(await compareScores(scoresOf([scoredTaskOf([same])]), scoresOf([]), OPTIONS)).toMatchObject([{ verdict: "removed" }]);
  expect(await compareScores(scoresOf([]), scoresOf([scoredTaskOf([same])]), OPTIONS)).toMatchObject([{ verdict: "new" }]);
});

test("another version, content or scale of a task is refused; content without a new version is a matter of integrity", async () => {
  const { task, boards: [board] } = scoredTaskOf([same]);
  const against = (changes: Parameters<typeof scoredTaskOf>[1]) => compareScores(scoresOf([scoredTaskOf([same])]), scoresOf([scoredTaskOf([same], changes)]), OPTIONS);
  await expect(against({ task: { ...task, version: 2 } })).rejects.toMatchObject({ integrity: false, message: "toy/bit is version 2 now and 1 in the base: update the base with a reason" });
  await expect(against({ task: { ...task, hash: "f" } })).rejects.toMatchObject({ integrity: true, message: "toy/bit@1 has other content than in the base: a changed task needs a new version" });
  await expect(against({ boards: [{ ...board, metric: { ...board.metric, range: [0, 2] } }] })).rejects.toThrow("the metric error of toy/bit has another direction or range");
  await expect(against({ boards: [{ ...board, metric: { ...board.metric, direction: "higher" } }] })).rejects.toThrow("another direction");
});

test("damaged scores are refused", async () => {
  await expect(compare([same], [scoredRowOf(good, { public: "AAAA" })])).rejects.toThrow("packed scores cannot be read");
  await expect(compare([scoredRowOf(good.slice(0, 9), { cases: 9 })], [same])).rejects.toThrow("net was asked 9 cases of toy/bit in the base and 4000 now: update the base with a reason");
  await expect(compare([scoredRowOf(good, { public: null })], [same])).rejects.toThrow("the base has no scores of net on toy/bit to compare with");
});
