import { measureStep } from "./measureStep.js";
import type { NetName, Variant } from "./trainingStepNets.js";

const NET: NetName = "64-256-256-1, batch 256";

/** One line of the comparison of one process with two at a time. */
export interface SideBySideRow {
  readonly variant: Variant;
  readonly "wall ms, alone": number;
  readonly "wall ms, of two": number;
  /** Steps per second of both over those of one alone: 2 at best, and it needs two idle cores. */
  readonly "speed-up": number;
  /** The same of computing time, which a busy machine does not hide: below 2 where processes hinder one another. */
  readonly "by cpu time": number;
  /** Computing time over wall time of one alone: above 1 where a hidden thread runs. */
  readonly "cpu / wall": number;
}

/** Two nets trained side by side, each in a process of its own. Target: speed-up at least 1.7 on two idle cores, no hidden thread. */
export async function sideBySide(): Promise<SideBySideRow[]> {
  const rows: SideBySideRow[] = [];
  for (const variant of ["tfjs-wasm", "onnx-native", "onnx-wasm"] as const) {
    const alone = await measureStep(NET, variant);
    const both = await Promise.all([measureStep(NET, variant), measureStep(NET, variant)]);
    const mean = (of: "wall" | "cpu"): number => (both[0][of] + both[1][of]) / 2;
    rows.push({
      variant,
      "wall ms, alone": +alone.wall.toPrecision(3), "wall ms, of two": +mean("wall").toPrecision(3),
      "speed-up": +((2 * alone.wall) / mean("wall")).toFixed(2), "by cpu time": +((2 * alone.cpu) / mean("cpu")).toFixed(2),
      "cpu / wall": +(alone.cpu / alone.meanWall).toFixed(2),
    });
  }
  return rows;
}
