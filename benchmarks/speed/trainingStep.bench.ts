import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { NETS, type NetName, type Timing, VARIANTS, type Variant } from "./trainingStepNets.js";

/** One line of the comparison: milliseconds of a step, and how many times as fast as the wrapped WASM backend. */
export interface TrainingStepRow {
  readonly net: NetName;
  readonly variant: Variant;
  /** First quartile over the steps, so that a busy machine counts for less. */
  readonly "wall ms": number;
  /** Computing time of the whole process over the number of steps: hidden threads show here. */
  readonly "cpu ms": number;
  readonly "times tfjs-wasm": number | undefined;
}

/**
 * The cost of one training step (Adam, squared error), every variant in a process of its own.
 *
 * Targets: onnx-native at least 4 times as fast as tfjs-wasm on both dense nets, onnx-wasm at least 1.4 times;
 * tfjs-wasm at least 4 times as fast as unwrapped on the large one.
 */
export async function trainingStep(): Promise<TrainingStepRow[]> {
  const rows: TrainingStepRow[] = [];
  for (const net of Object.keys(NETS) as NetName[]) {
    const timings = new Map<Variant, Timing>();
    for (const variant of VARIANTS) {
      // TensorFlow.js on WebAssembly has no gradient of a convolution's filter
      if (net.startsWith("conv") && !variant.startsWith("onnx")) continue;
      timings.set(variant, await measure(net, variant));
    }
    const reference = timings.get("tfjs-wasm")?.wall;
    for (const [variant, { wall, cpu }] of timings) {
      const ratio = reference === undefined ? undefined : +(reference / wall).toFixed(2);
      rows.push({ net, variant, "wall ms": +wall.toPrecision(3), "cpu ms": +cpu.toPrecision(3), "times tfjs-wasm": ratio });
    }
  }
  return rows;
}

function measure(net: NetName, variant: Variant): Promise<Timing> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./trainingStepProcess.ts", import.meta.url)), [net, variant]);
    child.once("message", (timing) => resolve(timing as Timing));
    child.once("exit", (code) => reject(new Error(`${net} on ${variant} ended with code ${code}`)));
  });
}
