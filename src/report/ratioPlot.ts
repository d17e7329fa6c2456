import type { ErrorRatio } from "./errorRatios.js";
import { xmlText } from "./xmlText.js";

/** Pixels. */
const ROW = 18;
const GAP = 8;
const LEFT = 350;
const WIDTH = 380;
const TOP = 34;
const LEGEND = 44;
const COLOURS = { aic: "#1f5fa8", other: "#b35c00", bayes: "#555555" };

/**
 * Ratios of errors as a drawing: a row for each, with its interval and the ratio of the Bayes rule, beside lines at ½ and 1.
 *
 * @param ratios the ratios; what exceeds the axis, 0 to 1.25, is drawn at its end
 * @returns SVG, a whole document
 */
export function ratioPlot(ratios: readonly ErrorRatio[]): string {
  const isAgain = ({ task }: ErrorRatio, i: number): boolean => task === ratios[i - 1]?.task;
  const places = ratios.map((_, i) => TOP + ROW * (i + 0.5) + GAP * ratios.slice(1, i + 1).filter((ratio, j) => !isAgain(ratio, j + 1)).length);
  const bottom = (places.at(-1) ?? TOP) + ROW / 2;
  const [width, height] = [LEFT + WIDTH + 20, bottom + LEGEND];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    "<title>Errors of the SGNN as shares of a rival's, by task</title>",
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...[0, 0.25, 0.5, 0.75, 1, 1.25].map((ratio) => gridLine(ratio, bottom)),
    ...ratios.flatMap((ratio, i) => rowOf(ratio, places[i], isAgain(ratio, i))),
    ...legend(bottom + 24),
    "</svg>",
    "",
  ].join("\n");
}

/** The place of a ratio. */
const at = (ratio: number): number => round(LEFT + (Math.min(1.25, ratio) / 1.25) * WIDTH);

const round = (pixels: number): number => Math.round(10 * pixels) / 10;

function gridLine(ratio: number, bottom: number): string {
  const stroke = ratio === 0.5 ? '#c00000" stroke-width="1.5' : ratio === 1 ? "#808080" : "#e4e4e4";
  return `<path d="M${at(ratio)} ${TOP - 6}V${bottom}" stroke="${stroke}"/><text x="${at(ratio)}" y="${TOP - 12}" text-anchor="middle">${ratio}</text>`;
}

function rowOf({ task, rival, ratio, lower, upper, bayes }: ErrorRatio, y: number, again: boolean): string[] {
  const colour = rival.startsWith("AIC") ? COLOURS.aic : COLOURS.other;
  return [
    ...(again ? [] : [`<text x="8" y="${y + 4}">${xmlText(task)}</text>`]),
    `<text x="${LEFT - 10}" y="${y + 4}" text-anchor="end" fill="${colour}">${xmlText(rival)}</text>`,
    `<path d="M${at(lower)} ${y}H${at(upper)}" stroke="${colour}" stroke-width="2"/><circle cx="${at(ratio)}" cy="${y}" r="3.5" fill="${colour}"/>`,
    ...(bayes === null ? [] : [bayesTick(at(bayes), y)]),
  ];
}

const bayesTick = (x: number, y: number): string => `<path d="M${x} ${y - 6}V${y + 6}" stroke="${COLOURS.bayes}" stroke-width="2"/>`;

function legend(y: number): string[] {
  return [
    `<circle cx="14" cy="${y}" r="3.5" fill="${COLOURS.aic}"/><text x="24" y="${y + 4}">SGNN / AIC, with interval</text>`,
    `<circle cx="214" cy="${y}" r="3.5" fill="${COLOURS.other}"/><text x="224" y="${y + 4}">SGNN / calibrated test</text>`,
    `${bayesTick(394, y)}<text x="402" y="${y + 4}">Bayes rule / the same rival</text>`,
    `<path d="M594 ${y - 6}V${y + 6}" stroke="#c00000" stroke-width="1.5"/><text x="602" y="${y + 4}">one half</text>`,
  ];
}
