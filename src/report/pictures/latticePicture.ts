import { pixel } from "./axis.js";
import type { LatticePicture } from "./picturesRecord.js";
import { legend, LINE } from "./seriesStyle.js";
import { INK, svgDocument, svgText } from "./svgDocument.js";

/** Pixels: the side of a lattice about, that of a site at least, and the room around lattices. */
const [SIDE, LEAST] = [120, 2];
const [LEFT, TOP, GAP, LEGEND] = [26, 20, 12, 30];
/** By type; they differ in lightness as much as in hue. */
const FILLS = ["#ffffff", "#f6d98f", "#3f6fb5"];
const NAMES = ["medium", "light cell", "dark cell"];

/**
 * Lattices of cells as a drawing: a row for each rollout, a column for each observation, borders between cells drawn.
 *
 * @param picture the lattices; where a row ends before the columns do, its rollout could not go on
 * @returns SVG, a whole document; sites in a row that have one type are one rectangle
 * @throws RangeError if a lattice is not size × size, or an id has no type
 */
export function latticePicture({ title, size, columns, rows }: LatticePicture): string {
  const scale = Math.max(LEAST, Math.round(SIDE / size));
  const [side, step] = [scale * size, scale * size + GAP];
  const width = LEFT + columns.length * step;
  const bottom = TOP + rows.length * step;
  const samples = NAMES.map((name, type) => ({
    name,
    sample: (x: number, y: number) => [`<rect x="${x + 8}" y="${y - 8}" width="16" height="16" fill="${FILLS[type]}" stroke="${INK}"/>`],
  }));
  const key = legend(samples, [LEFT, bottom + LEGEND / 2], width - LEFT);
  return svgDocument(title, [width, bottom + LEGEND + (key.lines - 1) * LINE], [
    ...columns.map((name, column) => svgText([LEFT + column * step + side / 2, TOP - 7], name, { anchor: "middle", size: 11 })),
    ...rows.flatMap((row, at) => {
      const top = TOP + at * step;
      return [
        svgText([LEFT - 7, top + side / 2], row.title, { anchor: "middle", upwards: true }),
        ...columns.flatMap((name, column) => {
          const ids = row.lattices.at(column);
          const left = LEFT + column * step;
          if (ids === undefined) return [svgText([left + side / 2, top + side / 2], "ended", { anchor: "middle", size: 11 })];
          requireIds(ids, size, row.types, `${row.title}, ${name}`);
          return latticeAt(ids, row.types, size, { left, top, scale });
        }),
      ];
    }),
    ...key.elements,
  ]);
}

function requireIds(ids: readonly number[], size: number, types: readonly number[], name: string): void {
  if (ids.length !== size * size) throw new RangeError(`${name}: ids must have shape [${size}, ${size}], got ${ids.length} numbers`);
  const site = ids.findIndex((id) => NAMES[types[id] ?? -1] === undefined);
  if (site >= 0) throw new RangeError(`${name}: ids must have a type in [0, 2], got id ${ids[site]} at site ${site}`);
}

interface Place {
  readonly left: number;
  readonly top: number;
  /** Pixels of a site. */
  readonly scale: number;
}

function latticeAt(ids: readonly number[], types: readonly number[], size: number, place: Place): string[] {
  const { left, top, scale } = place;
  const fills = [1, 2].map((type) => {
    const d = runs(size, size, (row, column) => types[ids[row * size + column]] === type)
      .map(({ line, start, length }) => `M${left + scale * start} ${top + scale * line}h${scale * length}v${scale}h${-scale * length}z`)
      .join("");
    return d === "" ? "" : `<path d="${d}" fill="${FILLS[type]}" shape-rendering="crispEdges"/>`;
  });
  // Borders run between sites; the edge of the torus is the frame, so that only borders within are drawn.
  const across = runs(size - 1, size, (row, column) => ids[row * size + column] !== ids[(row + 1) * size + column]);
  const along = runs(size - 1, size, (column, row) => ids[row * size + column] !== ids[row * size + column + 1]);
  const borders = [
    ...across.map(({ line, start, length }) => `M${left + scale * start} ${top + scale * (line + 1)}h${scale * length}`),
    ...along.map(({ line, start, length }) => `M${left + scale * (line + 1)} ${top + scale * start}v${scale * length}`),
  ].join("");
  return [
    ...fills.filter((fill) => fill !== ""),
    ...(borders === "" ? [] : [`<path d="${borders}" fill="none" stroke="${INK}" stroke-width="${pixel(Math.min(1.2, 0.25 * scale))}"/>`]),
    `<rect x="${left}" y="${top}" width="${scale * size}" height="${scale * size}" fill="none" stroke="#888888"/>`,
  ];
}

/** Stretches of places that have a property, line by line. */
function runs(lines: number, length: number, has: (line: number, at: number) => boolean): { line: number; start: number; length: number }[] {
  const found: { line: number; start: number; length: number }[] = [];
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      if (!has(line, at)) continue;
      const last = found.at(-1);
      if (last?.line === line && last.start + last.length === at) last.length++;
      else found.push({ line, start: at, length: 1 });
    }
  }
  return found;
}
