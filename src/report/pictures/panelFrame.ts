import type { Axis } from "./axis.js";
import { INK, svgText } from "./svgDocument.js";

/** Where something is drawn, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the plot of a panel for its title and its axes. */
const MARGIN = { left: 58, right: 14, top: 30, bottom: 42 };

/**
 * Where the plots of some panels are, row by row, and how large the whole is.
 *
 * @param count how many panels, an integer ≥ 1
 * @param layout most panels in a row, the size of a plot, and room below for a legend
 * @returns the plots, without the room for titles and axes; and the size of the drawing
 */
export function panelGrid(
  count: number,
  layout: { readonly columns: number; readonly width: number; readonly height: number; readonly below: number },
): { readonly plots: Box[]; readonly size: readonly [number, number] } {
  const columns = Math.min(count, layout.columns);
  const [wide, high] = [MARGIN.left + layout.width + MARGIN.right, MARGIN.top + layout.height + MARGIN.bottom];
  return {
    plots: Array.from({ length: count }, (_, i) => ({
      left: MARGIN.left + wide * (i % columns),
      top: MARGIN.top + high * Math.floor(i / columns),
      width: layout.width,
      height: layout.height,
    })),
    size: [wide * columns, high * Math.ceil(count / columns) + layout.below],
  };
}

/**
 * The frame of a panel: its title, both axes with their ticks, and a faint grid.
 *
 * @param plot where its data are drawn
 * @param title the panel's title
 * @param x the horizontal axis, from the left of the plot to its right
 * @param y the vertical axis, from the bottom of the plot to its top
 * @returns elements, to be drawn before the data
 */
export function panelFrame(plot: Box, title: string, x: Axis, y: Axis): string[] {
  const { left, top, width, height } = plot;
  const [right, bottom] = [left + width, top + height];
  const grid = [...x.ticks.map(({ value }) => `M${x.at(value)} ${top}V${bottom}`), ...y.ticks.map(({ value }) => `M${left} ${y.at(value)}H${right}`)];
  return [
    `<path d="${grid.join("")}" stroke="#e4e4e4" fill="none"/>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="${INK}"/>`,
    svgText([left, top - 9], title, { bold: true }),
    ...x.ticks.map(({ value, text }) => svgText([x.at(value), bottom + 15], text, { anchor: "middle", size: 11 })),
    ...y.ticks.map(({ value, text }) => svgText([left - 5, y.at(value) + 4], text, { anchor: "end", size: 11 })),
    svgText([left + width / 2, bottom + 32], x.label, { anchor: "middle" }),
    svgText([left - 42, top + height / 2], y.label, { anchor: "middle", upwards: true }),
  ];
}
