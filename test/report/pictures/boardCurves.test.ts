import { expect, it } from "vitest";
import { horizonCurves, sizeCurves } from "../../../src/report/pictures/boardCurves.js";
import { drawPicture } from "../../../src/report/pictures/drawPicture.js";
import { boardOf, leaderboardOf, rowOf } from "../../leaderboard/records.js";

const said = { id: "it", title: "Curves", caption: "What they show." };
const metric = (id: string) => ({ ...boardOf().metric, id });
const row = (model: string, score: number) => rowOf({ model, score, lower: score - 0.1, upper: score + 0.1 });
const [lost, second] = [rowOf({ model: "C, 20 sequences", score: null, lower: null, upper: null, rank: null, problem: "n/a" }), row("A, 5 sequences", 0.5)];
const record = leaderboardOf({
  boards: [
    boardOf({ id: "t/ks-k-10", metric: metric("ks-k-10"), rows: [row("A, 20 sequences", 0.25), second, row("B, 20 sequences", 0.3), row("simulator", 0.125), lost] }),
    boardOf({ id: "t/ks-k-1", metric: metric("ks-k-1"), rows: [row("A, 20 sequences", 0.2), row("simulator", 0.12)] }),
  ],
});

it("shows models that were trained on several sizes, from the smallest on", () => {
  const picture = sizeCurves(record, { ...said, panels: { KS: ["t/ks-k-10"] } })!;
  expect(picture.panels).toEqual([
    {
      title: "KS",
      x: { label: "sequences", scale: "log" },
      y: "ks-k-10",
      series: [{ name: "A", points: [{ x: 5, y: 0.5, lower: 0.4, upper: 0.6 }, { x: 20, y: 0.25, lower: 0.15, upper: 0.35 }] }],
    },
  ]);
  expect(drawPicture(picture)).toContain("<svg");
});

it("has models in one order, whichever is best on the board", () => {
  const rows = ["B", "A"].flatMap((model) => [5, 20].map((size) => row(`${model}, ${size} sequences`, 0.5)));
  const board = boardOf({ id: "t/s", metric: metric("s"), rows });
  expect(sizeCurves(leaderboardOf({ boards: [board] }), { ...said, panels: { s: ["t/s"] } })!.panels[0].series.map(({ name }) => name)).toEqual(["A", "B"]);
});

it("shows models of one size, and those of none, at each horizon", () => {
  const picture = horizonCurves(record, { ...said, size: 20, models: ["simulator", "A", "B", "C"], panels: { "kinetic energy": ["t/ks-k-10", "t/ks-k-1"] } })!;
  expect(picture.panels.map(({ x, y }) => [x.label, y])).toEqual([["observations ahead", "ks-k"]]);
  expect(picture.panels[0].series.map(({ name, points }) => [name, points.map(({ x, y }) => [x, y])])).toEqual([
    ["simulator", [[1, 0.12], [10, 0.125]]],
    ["A", [[1, 0.2], [10, 0.25]]],
    ["B", [[10, 0.3]]],
  ]);
  const one = horizonCurves(record, { ...said, size: 20, models: ["B"], panels: { "kinetic energy": ["t/ks-k-10"] } })!;
  expect(one.panels[0].series.map(({ name }) => name)).toEqual(["B"]);
});

it("shows nothing where a board is missing, or no model has two sizes", () => {
  expect(sizeCurves(record, { ...said, panels: { KS: ["t/ks-k-10"], more: ["t/other"] } })).toBeUndefined();
  expect(sizeCurves(record, { ...said, panels: { KS: ["t/ks-k-1"] } })).toBeUndefined();
  expect(horizonCurves(record, { ...said, size: 20, models: ["A"], panels: { more: ["t/other"] } })).toBeUndefined();
});
