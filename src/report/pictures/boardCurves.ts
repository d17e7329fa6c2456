import type { BoardRecord, LeaderboardRecord, RowRecord } from "../../leaderboard/record.js";
import type { CurvePicture } from "./picturesRecord.js";

/** Boards that make the panels of a picture, by their ids, and what it says of itself. */
interface Wanted extends Pick<CurvePicture, "id" | "title" | "caption"> {
  readonly panels: Readonly<Record<string, readonly string[]>>;
}

type Series = CurvePicture["panels"][number]["series"][number];

/** A model's name, and what it was trained on where the name tells: `EPNS, 20 trajectories`. */
const SIZED = /^(.+), (\d+) ([a-z]+)$/;

/**
 * How scores of models change with what they were trained on.
 *
 * Rows named `<model>, <size> <unit>` make one curve per model, in the order of names so that a model looks the same on
 * every picture; models with a single size are left out. A panel shows one board.
 *
 * @param record boards
 * @param wanted title → the id of one board, for each panel
 * @returns the picture; undefined if a board is not there, or no model has two sizes
 */
export function sizeCurves(record: LeaderboardRecord, { panels, ...said }: Wanted): CurvePicture | undefined {
  const found = boardsOf(record, panels);
  if (found === undefined) return undefined;
  const drawn = found.map(([title, [board]]) => {
    const rows = board.rows.flatMap((row) => {
      const [, model, size, unit] = SIZED.exec(row.model) ?? [];
      return model === undefined ? [] : [{ model, size: Number(size), unit, row }];
    });
    const curves = seriesOf(rows.map(({ model, size, row }) => [model, size, row] as const)).filter(({ points }) => points.length > 1);
    curves.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { title, x: { label: rows[0]?.unit ?? "", scale: "log" as const }, y: board.metric.id, series: curves };
  });
  return pictureOf(said, drawn);
}

/**
 * How scores of models change with the horizon.
 *
 * The boards of a panel have metrics that end in their horizon, `ks-kinetic-10`; of the named models those are shown that
 * were trained on the given size, or whose name tells none.
 *
 * @param record boards
 * @param wanted title → the ids of boards, for each panel; models without their sizes; the size of the training sets
 * @returns the picture; undefined if a board is not there, or none of the models is on it
 */
export function horizonCurves(record: LeaderboardRecord, { panels, models, size, ...said }: Wanted & { readonly models: readonly string[]; readonly size: number }): CurvePicture | undefined {
  const found = boardsOf(record, panels);
  if (found === undefined) return undefined;
  const drawn = found.map(([title, boards]) => {
    const rows = boards.flatMap(({ metric, rows }) =>
      rows.flatMap((row) => {
        const [, model = row.model, own = size] = SIZED.exec(row.model) ?? [];
        return Number(own) === size && models.includes(model) ? [[model, Number(/\d+$/.exec(metric.id)?.[0]), row] as const] : [];
      }),
    );
    const y = boards[0].metric.id.replace(/-\d+$/, "");
    return { title, x: { label: "observations ahead", scale: "log" as const }, y, series: seriesOf(rows).sort((a, b) => models.indexOf(a.name) - models.indexOf(b.name)) };
  });
  return pictureOf(said, drawn);
}

/** The picture of some panels; undefined if one has nothing to show. */
function pictureOf(said: Omit<Wanted, "panels">, panels: CurvePicture["panels"]): CurvePicture | undefined {
  return panels.some(({ series }) => series.length === 0) ? undefined : { kind: "curves", ...said, panels };
}

/** The boards of each panel; undefined if one is not there. */
function boardsOf({ boards }: LeaderboardRecord, panels: Wanted["panels"]): [string, BoardRecord[]][] | undefined {
  const found = Object.entries(panels).map(([title, ids]): [string, (BoardRecord | undefined)[]] => [title, ids.map((id) => boards.find((board) => board.id === id))]);
  return found.every((panel): panel is [string, BoardRecord[]] => panel[1].every((board) => board !== undefined)) ? found : undefined;
}

/** Scores as curves, one for each model, from left to right; a row without a score has no point. */
function seriesOf(rows: readonly (readonly [model: string, x: number, row: RowRecord])[]): Series[] {
  const curves = new Map<string, Series["points"]>();
  for (const [model, x, { score, lower, upper }] of rows) {
    if (score === null) continue;
    curves.set(model, [...(curves.get(model) ?? []), { x, y: score, lower, upper }]);
  }
  return Array.from(curves, ([name, points]) => ({ name, points: [...points].sort((a, b) => a.x - b.x) }));
}
