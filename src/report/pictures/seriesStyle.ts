import { svgText } from "./svgDocument.js";

/** How one of several series is told from the others, with and without colour. */
export interface SeriesStyle {
  readonly colour: string;
  /** `stroke-dasharray`, empty for an unbroken line. */
  readonly dash: string;
  /** A mark around the origin, as the data of a path; filled. */
  readonly mark: string;
}

/** Okabe & Ito's colours, those that are dark enough for lines on white. */
const COLOURS = ["#0072b2", "#d55e00", "#007a59", "#a3527f", "#222222", "#946200"];
const DASHES = ["", "7 3", "2 2", "9 3 2 3", "4 4", "1 3"];
const MARKS = [
  "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0", // a disc
  "m-3 -3h6v6h-6z",
  "m0 -4l4 7h-8z",
  "m0 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z",
  "m-4 -1h3v-3h2v3h3v2h-3v3h-2v-3h-3z", // a plus
  "m0 4l4 -7h-8z",
];

/**
 * The style of a series.
 *
 * @param i the series, counted from 0; styles repeat after six
 * @returns its colour, dash and mark, each different from those of the other five
 */
export function seriesStyle(i: number): SeriesStyle {
  const at = i % COLOURS.length;
  return { colour: COLOURS[at], dash: DASHES[at], mark: MARKS[at] };
}

/**
 * Attributes of a series' line.
 *
 * @param style of the series
 * @returns attributes of a path, without a fill
 */
export function lineOf({ colour, dash }: SeriesStyle): string {
  return `fill="none" stroke="${colour}" stroke-width="1.6"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}`;
}

/** A legend's entry: a sample, drawn in a box of 30 by 12 pixels about a place at its left, and its name. */
export interface LegendEntry {
  readonly name: string;
  readonly sample: (x: number, y: number) => string[];
}

/**
 * A legend in one or more lines.
 *
 * @param entries what it explains
 * @param place its left end and the middle of its first line, in pixels
 * @param width where lines end, in pixels
 * @returns its elements and how many lines there are
 */
export function legend(entries: readonly LegendEntry[], place: readonly [number, number], width: number): { readonly elements: string[]; readonly lines: number } {
  let [x, y, lines] = [place[0], place[1], 1];
  const elements = entries.flatMap(({ name, sample }) => {
    const room = 36 + 6.7 * name.length + 18;
    if (x > place[0] && x + room > place[0] + width) [x, y, lines] = [place[0], y + LINE, lines + 1];
    const drawn = [...sample(x, y), svgText([x + 36, y + 4], name)];
    x = Math.round(x + room);
    return drawn;
  });
  return { elements, lines };
}

/** Pixels from one line of a legend to the next. */
export const LINE = 20;
