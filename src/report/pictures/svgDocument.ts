import { xmlText } from "../xmlText.js";

/** Dark enough on white for text and lines. */
export const INK = "#222222";

/** Pixels above the drawing, for its title. */
const HEAD = 28;

/**
 * A drawing under its title as SVG, a whole document on a white ground, so that it shows on light and on dark pages.
 *
 * @param title what it shows
 * @param size width and height of the drawing in pixels, without the title
 * @param body its elements
 * @returns the document
 */
export function svgDocument(title: string, size: readonly [number, number], body: readonly string[]): string {
  const [width, height] = [size[0], size[1] + HEAD];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    svgText([16, 20], title, { bold: true, size: 14 }),
    `<g transform="translate(0 ${HEAD})">`,
    ...body,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** How a text stands. */
export interface TextStyle {
  /** Which end of the text is at the place: `start` if not given. */
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  /** Whether it reads upwards. */
  readonly upwards?: boolean;
  readonly size?: number;
}

/**
 * A text as an element.
 *
 * @param place where its base line begins (or what the anchor says), in pixels
 * @param text the text; markup in it is escaped
 * @param style how it stands
 * @returns the element
 */
export function svgText(place: readonly [number, number], text: string, style: TextStyle = {}): string {
  const { anchor = "start", bold = false, upwards = false, size } = style;
  const [x, y] = place;
  const attributes = [
    `x="${x}" y="${y}" fill="${INK}"`,
    ...(anchor === "start" ? [] : [`text-anchor="${anchor}"`]),
    ...(bold ? ['font-weight="bold"'] : []),
    ...(size === undefined ? [] : [`font-size="${size}"`]),
    ...(upwards ? [`transform="rotate(-90 ${x} ${y})"`] : []),
  ];
  return `<text ${attributes.join(" ")}>${xmlText(text)}</text>`;
}

/**
 * A line through points, as the data of a path.
 *
 * @param points places in pixels, rounded already; at least one
 * @returns for example `M0 0L10 5`
 * @example pathThrough([[0, 0], [10, 5]]) // => "M0 0L10 5"
 */
export function pathThrough(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;
}
