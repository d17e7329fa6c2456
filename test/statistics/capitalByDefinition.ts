import type { NullHypothesis } from "../../src/statistics/eProcess.js";

/** 16 fractions of the largest safe bet, log-spaced from .003 to .98. */
const FRACTIONS = Array.from({ length: 16 }, (_, k) => Math.exp(Math.log(0.003) + (k / 15) * Math.log(0.98 / 0.003)));

/** The capital as DESIGN section 2 writes it: plain products in float64, for short data only. */
export function capitalByDefinition(against: NullHypothesis, margin: number, z: readonly number[]): number {
  const gain = (x: number): number => (against === "atMost" ? x / margin - 1 : (margin - x) / (1 - margin));
  const capitals = FRACTIONS.map((f) => z.reduce((product, x) => product * (1 + f * gain(x)), 1));
  return capitals.reduce((a, b) => a + b) / FRACTIONS.length;
}
