import { type Axis, linearAxis, spanOf } from "./axis.js";
import { panelFrame, panelGrid } from "./panelFrame.js";
import type { FanPicture } from "./picturesRecord.js";
import { FAN_SHARES } from "./quantileFan.js";
import { legend, LINE } from "./seriesStyle.js";
import { pathThrough, svgDocument } from "./svgDocument.js";

const [WIDTH, HEIGHT, LEGEND] = [290, 190, 16];

type Fan = FanPicture["panels"][number]["fans"][number];
type Draw = (lines: readonly (readonly number[])[], xs: readonly number[], x: Axis, y: Axis) => string[];

const place = (values: readonly number[], xs: readonly number[], x: Axis, y: Axis): [number, number][] => values.map((value, t) => [x.at(xs[t]), y.at(value)]);

/** The first fan as areas: a light band, a darker one within, a white-edged median. */
const filled: Draw = (lines, xs, x, y) => {
  const [low, lower, median, upper, high] = lines.map((values) => place(values, xs, x, y));
  const area = (below: [number, number][], above: [number, number][], fill: string): string => `<path d="${pathThrough([...below, ...above.toReversed()])}Z" fill="${fill}"/>`;
  return [area(low, high, "#d3e2f0"), area(lower, upper, "#9dc0de"), `<path d="${pathThrough(median)}" fill="none" stroke="#1f5fa8" stroke-width="2.2"/>`];
};

/** The second fan as lines: dotted, dashed, and an unbroken median. */
const outlined: Draw = (lines, xs, x, y) => {
  const [low, lower, median, upper, high] = lines.map((values) => pathThrough(place(values, xs, x, y)));
  const line = (d: string, look: string): string => `<path d="${d}" fill="none" stroke="#a33c00" ${look}/>`;
  return [line(low + high, 'stroke-width="1.3" stroke-dasharray="1.5 2.5"'), line(lower + upper, 'stroke-width="1.3" stroke-dasharray="6 3"'), line(median, 'stroke-width="1.8"')];
};

/**
 * Quantile fans as a drawing: median, 50 % and 90 % bands of a statistic over time, the simulator's as areas and the
 * model's as lines upon them.
 *
 * @param picture the fans
 * @returns SVG, a whole document
 * @throws RangeError if a fan has not five lines, a line is longer than the times or empty, or a number is not finite
 */
export function fanPicture({ title, panels }: FanPicture): string {
  const { plots, size } = panelGrid(panels.length, { columns: 2, width: WIDTH, height: HEIGHT, below: 0 });
  const body = panels.flatMap(({ title: own, x: { label, values }, y: unit, fans }, i) => {
    for (const fan of fans) requireFan(fan, values.length, own);
    const { left, top } = plots[i];
    const x = linearAxis(label, spanOf(`${own}, ${label}`, values), [left + 1, left + WIDTH - 1]);
    const y = linearAxis(unit, spanOf(own, fans.flatMap(({ lines }) => lines.flat())), [top + HEIGHT - 4, top + 4]);
    return [...panelFrame(plots[i], own, x, y), ...fans.flatMap(({ lines }, which) => [filled, outlined][which](lines, values, x, y))];
  });
  const names = [0, 1].map((which) => [...new Set(panels.flatMap(({ fans }) => fans.at(which)?.name ?? []))]);
  const entries = names.flatMap((own, which) => (own.length === 0 ? [] : [{ name: `${own.join(", ")}: median, 50 % and 90 % of rollouts`, sample: SAMPLES[which] }]));
  const key = legend(entries, [plots[0].left, size[1] + LEGEND / 2], size[0] - plots[0].left);
  return svgDocument(title, [size[0], size[1] + LEGEND + key.lines * LINE], [...body, ...key.elements]);
}

/** A fan in a box of 30 by 12 pixels. */
const SAMPLES = [filled, outlined].map((draw) => (x: number, y: number): string[] => {
  const axis = (at: number): Axis => ({ label: "", at: (value) => at + value, ticks: [] });
  return draw([7, 3, 0, -3, -7].map((height) => [height, height]), [0, 30], axis(x), axis(y));
});

function requireFan({ name, lines }: Fan, times: number, panel: string): void {
  if (lines.length !== FAN_SHARES.length) throw new RangeError(`${panel}: a fan must have ${FAN_SHARES.length} lines, got ${lines.length} of ${name}`);
  const wrong = lines.find(({ length }) => length < 1 || length > times || length !== lines[0].length);
  if (wrong !== undefined) throw new RangeError(`${panel}: lines of ${name} must hold 1 to ${times} values each, as many in each, got ${wrong.length}`);
}
