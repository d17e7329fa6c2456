import { type Axis, linearAxis, type Span, spanOf } from "./axis.js";
import { panelFrame, panelGrid } from "./panelFrame.js";
import type { TrajectoryPicture } from "./picturesRecord.js";
import { lineOf, seriesStyle } from "./seriesStyle.js";
import { pathThrough, svgDocument, svgText } from "./svgDocument.js";

const SIDE = 250;
const LEGEND = 24;
/** What is shown around the paths of the first panel, in their widths. */
const ROOM = 0.2;

type Point = readonly [number, number];

/**
 * Paths of bodies as a drawing: a panel for each rollout, all with the axes of the first, the true one.
 *
 * A circle marks where a body starts, its number where it ends. A path that leaves the frame is cut there, and has no
 * number if it does not come back.
 *
 * @param picture the paths
 * @returns SVG, a whole document
 * @throws RangeError if a position is not finite, or the first panel is empty
 */
export function trajectoryPicture({ title, unit, panels }: TrajectoryPicture): string {
  const view = squareView(panels[0].bodies.flat());
  for (const panel of panels) requireFinite(panel.title, panel.bodies);
  const { plots, size } = panelGrid(panels.length, { columns: 4, width: SIDE, height: SIDE, below: LEGEND });
  return svgDocument(title, size, [
    ...panels.flatMap((panel, i) => {
      const { left, top } = plots[i];
      const x = linearAxis(`x / ${unit}`, view[0], [left, left + SIDE]);
      const y = linearAxis(`y / ${unit}`, view[1], [top + SIDE, top]);
      return [...panelFrame(plots[i], panel.title, x, y), ...panel.bodies.flatMap((path, body) => pathOf(path, body, x, y, view))];
    }),
    svgText([plots[0].left, size[1] - 9], "○ start; the number of a body stands at its end; all panels have the axes of the first", { size: 11 }),
  ]);
}

function requireFinite(name: string, bodies: readonly (readonly Point[])[]): void {
  bodies.forEach((path, body) => {
    if (path.length > 0) spanOf(`${name}, body ${body + 1}`, path.flat());
  });
}

/** Equal lengths along both axes, around the middle of some points. */
function squareView(points: readonly Point[]): readonly [Span, Span] {
  const spans = [0, 1].map((k) => spanOf("the first panel", points.map((point) => point[k])));
  const half = (0.5 + ROOM) * Math.max(...spans.map(([low, high]) => high - low));
  const [x, y] = spans.map(([low, high]): Span => [(low + high) / 2 - half, (low + high) / 2 + half]);
  return [x, y];
}

/** The parts of a path within the view, its start, and its end where that is in view. */
function pathOf(path: readonly Point[], body: number, x: Axis, y: Axis, view: readonly [Span, Span]): string[] {
  const isSeen = (point: Point): boolean => view.every(([low, high], k) => point[k] >= low && point[k] <= high);
  const place = ([px, py]: Point): Point => [x.at(px), y.at(py)];
  const runs: Point[][] = [[]];
  for (const point of path) {
    if (isSeen(point)) runs.at(-1)!.push(place(point));
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  const drawn = runs.filter(({ length }) => length > 1);
  const style = seriesStyle(body);
  const [start, end] = [path.at(0), path.at(-1)];
  return [
    ...(drawn.length === 0 ? [] : [`<path d="${drawn.map(pathThrough).join("")}" ${lineOf(style)}/>`]),
    ...(start !== undefined && isSeen(start) ? [`<circle cx="${place(start)[0]}" cy="${place(start)[1]}" r="3.5" fill="#ffffff" stroke="${style.colour}" stroke-width="1.6"/>`] : []),
    ...(end !== undefined && isSeen(end) ? [numberAt(place(end), body + 1, style.colour)] : []),
  ];
}

/** A number on a white disc, kept readable on the lines below it. */
function numberAt([px, py]: Point, body: number, colour: string): string {
  return `<circle cx="${px}" cy="${py}" r="6.5" fill="#ffffff" stroke="${colour}"/>${svgText([px, py + 3.5], String(body), { anchor: "middle", size: 10, bold: true })}`;
}
