import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const WORK = ["training step", "rollout step", "rollout step, compiled"] as const;
/** What the small vector–scalar model does. */
export type BodyWork = (typeof WORK)[number];

/** Median over groups of 50 steps. */
export interface BodyTiming {
  /** Milliseconds of a step, and computing time of the whole process. */
  readonly wall: number;
  readonly cpu: number;
  /** The share of the wall time that is spent in kernels, in [0, 1]. */
  readonly share: number;
}

/** One line: what, on which backend. */
export interface BodyModelRow {
  readonly work: BodyWork;
  readonly backend: string;
  readonly "wall ms": number;
  readonly "cpu ms": number;
  readonly "in kernels, %": number;
}

/**
 * The cost of a step of the small vector–scalar model, hidden 32, 2 layers, 5 bodies, batch 64, noise and batches included.
 *
 * Each in a process of its own. A rollout step that is not compiled runs on TensorFlow.js in WebAssembly on both backends.
 */
export async function bodyModel(): Promise<BodyModelRow[]> {
  const rows: BodyModelRow[] = [];
  for (const work of WORK) {
    for (const backend of ["onnx-native", "tfjs-wasm"]) {
      const { wall, cpu, share } = await measure(work, backend);
      rows.push({ work, backend, "wall ms": +wall.toPrecision(3), "cpu ms": +cpu.toPrecision(3), "in kernels, %": Math.round(100 * share) });
    }
  }
  return rows;
}

function measure(work: BodyWork, backend: string): Promise<BodyTiming> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./bodyModelProcess.ts", import.meta.url)), [work, backend]);
    child.once("message", (timing) => resolve(timing as BodyTiming));
    child.once("exit", (code) => reject(new Error(`${work} on ${backend} ended with code ${code}`)));
  });
}
