import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { leaderboardRecord } from "../../../src/leaderboard/record.js";
import { drawPicture } from "../../../src/report/pictures/drawPicture.js";
import { dynamicsCurves } from "../../../src/report/pictures/dynamicsCurves.js";
import { boardOf, leaderboardOf, rowOf } from "../../leaderboard/records.js";

const reference = leaderboardRecord.parse(JSON.parse(readFileSync(new URL("../../../results/reference/leaderboard.json", import.meta.url), "utf8")));
const dynamics = reference.boards.filter(({ task }) => task.id.startsWith("stochastic-dynamics/"));
const ids = (boards: typeof reference.boards): string[] => dynamicsCurves({ ...reference, boards }).map(({ id }) => id);

it("shows sizes of training sets and horizons, of cells one observation and ten ahead, and the stable share of both", () => {
  expect(ids(reference.boards)).toEqual(["epns-board-sizes", "epns-board-horizons", "epns-board-cell-sizes", "epns-board-cell-sizes-10"]);
  for (const { panels } of dynamicsCurves(reference).filter(({ id }) => ["epns-board-sizes", "epns-board-cell-sizes-10"].includes(id))) {
    expect(panels.map(({ y }) => y)).toContain("stable");
    expect(panels.filter(({ y }) => y.endsWith("-10")).length).toBeGreaterThan(1);
  }
});

it("shows those of the tasks that are in the record, the large lattice too", () => {
  expect(ids(dynamics.filter(({ task }) => task.id.endsWith("cellular")))).toEqual(["epns-board-cell-sizes", "epns-board-cell-sizes-10"]);
  const large = dynamics.filter(({ task }) => task.id.endsWith("cellular")).map((board) => ({ ...board, id: board.id.replace("cellular", "cellular-100") }));
  const pictures = dynamicsCurves({ ...reference, boards: [...dynamics, ...large] });
  expect(new Set(pictures.map(({ id }) => id)).size).toBe(6);
  for (const picture of pictures) expect(drawPicture(picture)).toContain("<svg");
  expect(dynamicsCurves(leaderboardOf({ boards: [boardOf()] }))).toEqual([]);
});

it("shows nothing, and does not fail, where no model has what a picture needs", () => {
  const rows = [rowOf({ model: "mine", score: 0.5, lower: 0.4, upper: 0.6 })];
  expect(ids(dynamics.map((board) => ({ ...board, rows })))).toEqual([]);
  expect(ids(dynamics.map((board) => ({ ...board, rows: board.rows.map((row) => ({ ...row, score: null, problem: "threw" })) })))).toEqual([]);
});
