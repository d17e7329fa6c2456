import { z } from "zod";
import { loadFixture } from "../../../src/simulators/conjugate/loadFixture.js";

const numbers = z.array(z.number());

/** The curves of `fixtures/growth.json`: f(t) at 20 times. */
export const golden = loadFixture(
  "growth",
  z.object({ t: numbers, curves: z.array(z.object({ law: z.string(), parameters: numbers, values: numbers })) }),
  new URL("../../../fixtures/", import.meta.url),
).values;

/** The largest relative difference between a law's sizes and the golden ones, over all its curves. */
export function goldenDistance(law: string, logSize: (t: number, ...parameters: number[]) => number): number {
  const curves = golden.curves.filter((curve) => curve.law === law);
  if (curves.length === 0) throw new Error(`no golden curve of ${law}`);
  return Math.max(
    ...curves.flatMap(({ parameters, values }) => values.map((value, i) => Math.abs(Math.exp(logSize(golden.t[i], ...parameters)) / value - 1))),
  );
}
