import { type Axis, linearAxis, logAxis, type Span, spanOf } from "./axis.js";
import { panelFrame, panelGrid } from "./panelFrame.js";
import type { CurvePicture } from "./picturesRecord.js";
import { legend, lineOf, LINE, seriesStyle, type SeriesStyle } from "./seriesStyle.js";
import { pathThrough, svgDocument } from "./svgDocument.js";

const [WIDTH, HEIGHT, LEGEND, INSET, DODGE] = [290, 200, 16, 14, 3];

type Panel = CurvePicture["panels"][number];
type Point = Panel["series"][number]["points"][number];

/**
 * Curves with intervals as a drawing, for instance scores against the size of a training set.
 *
 * Series differ in colour, dash and mark; where several have a point at one place, they stand a little apart.
 *
 * @param picture the curves; a point whose bounds are null has no interval
 * @returns SVG, a whole document
 * @throws RangeError if a number is not finite, or a value on a logarithmic axis not positive
 */
export function curvePicture({ title, panels }: CurvePicture): string {
  const { plots, size } = panelGrid(panels.length, { columns: 2, width: WIDTH, height: HEIGHT, below: 0 });
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))];
  const body = panels.flatMap((panel, i) => {
    const { left, top } = plots[i];
    const [x, y] = axesOf(panel, [left + INSET, left + WIDTH - INSET], [top + HEIGHT - INSET / 2, top + INSET / 2]);
    return [
      ...panelFrame(plots[i], panel.title, x, y),
      ...panel.series.flatMap(({ name, points }, s) => curveOf(points, DODGE * (s - (panel.series.length - 1) / 2), seriesStyle(names.indexOf(name)), x, y)),
    ];
  });
  const entries = names.map((name, s) => ({ name, sample: (x: number, y: number) => sampleOf(seriesStyle(s), x, y) }));
  const key = legend(entries, [plots[0].left, size[1] + LEGEND / 2], size[0] - plots[0].left);
  return svgDocument(title, [size[0], size[1] + LEGEND + key.lines * LINE], [...body, ...key.elements]);
}

function axesOf({ title, x, y, series }: Panel, across: Span, up: Span): [Axis, Axis] {
  const points = series.flatMap((one) => one.points);
  const xs = points.map((point) => point.x);
  const ys = points.flatMap((point) => [point.y, ...[point.lower, point.upper].filter((bound) => bound !== null)]);
  const horizontal = x.scale === "log" ? logAxis(x.label, xs, across) : linearAxis(x.label, spanOf(`${title}, ${x.label}`, xs), across);
  return [horizontal, linearAxis(y, spanOf(title, ys), up)];
}

function curveOf(points: readonly Point[], shift: number, style: SeriesStyle, x: Axis, y: Axis): string[] {
  if (points.length === 0) return [];
  const places = points.map((point): [number, number] => [x.at(point.x) + shift, y.at(point.y)]);
  const bars = points
    .map(({ lower, upper }, i) => (lower === null || upper === null ? "" : `M${places[i][0]} ${y.at(lower)}V${y.at(upper)}`))
    .join("");
  return [
    `<path d="${pathThrough(places)}" ${lineOf(style)}/>`,
    ...(bars === "" ? [] : [`<path d="${bars}" fill="none" stroke="${style.colour}" stroke-width="1.2"/>`]),
    `<path d="${places.map(([px, py]) => `M${px} ${py}${style.mark}`).join("")}" fill="${style.colour}"/>`,
  ];
}

const sampleOf = (style: SeriesStyle, x: number, y: number): string[] => [
  `<path d="M${x} ${y}H${x + 30}" ${lineOf(style)}/>`,
  `<path d="M${x + 15} ${y}${style.mark}" fill="${style.colour}"/>`,
];
