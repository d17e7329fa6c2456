import { measureStep, measureTorch } from "./measureStep.js";
import { NETS, type NetName, type Timing, VARIANTS, type Variant } from "./trainingStepNets.js";

/** One line of the comparison: milliseconds of a step, and how many times as fast as the wrapped WASM backend. */
export interface TrainingStepRow {
  readonly net: NetName;
  readonly variant: Variant | "PyTorch, 1 thread";
  /** First quartile over the steps, so that a busy machine counts for less. */
  readonly "wall ms": number | "not installed";
  /** Computing time of the whole process over the number of steps: hidden threads show here. */
  readonly "cpu ms": number | undefined;
  readonly "times tfjs-wasm": number | undefined;
  /** The same of computing time: what counts on a busy machine. */
  readonly "by cpu time": number | undefined;
  /** Tracing, writing and loading of the step's graph, its operators, and the size of its file; where there is one. */
  readonly "compile ms"?: number;
  readonly nodes?: number;
  readonly bytes?: number;
}

/**
 * The cost of one training step (Adam, squared error), and of compiling it, every variant in a process of its own.
 *
 * Targets: onnx-native at least 4 times as fast as tfjs-wasm on both dense nets, onnx-wasm at least 1.4 times;
 * onnx-native at least 3 times on the convolutional one; tfjs-wasm at least 4 times as fast as unwrapped on the large one.
 */
export async function trainingStep(): Promise<TrainingStepRow[]> {
  const rows: TrainingStepRow[] = [];
  for (const net of Object.keys(NETS) as NetName[]) {
    const timings = new Map<Variant, Timing>();
    for (const variant of VARIANTS) {
      // as shipped, TensorFlow.js on WebAssembly has no gradient of a convolution's filter
      if (net.startsWith("conv") && variant === "unwrapped") continue;
      timings.set(variant, await measureStep(net, variant));
    }
    const torch = measureTorch(net);
    const reference = timings.get("tfjs-wasm");
    if (torch === undefined) rows.push({ net, variant: "PyTorch, 1 thread", "wall ms": "not installed", "cpu ms": undefined, "times tfjs-wasm": undefined, "by cpu time": undefined });
    for (const [variant, { wall, cpu, compiling }] of [...timings, ...(torch ? [["PyTorch, 1 thread", torch] as const] : [])]) {
      const times = (of: "wall" | "cpu", value: number): number | undefined => (reference === undefined ? undefined : +(reference[of] / value).toFixed(2));
      rows.push({
        net, variant, "wall ms": +wall.toPrecision(3), "cpu ms": +cpu.toPrecision(3),
        "times tfjs-wasm": times("wall", wall), "by cpu time": times("cpu", cpu),
        ...(compiling && { "compile ms": Math.round(compiling.ms), nodes: compiling.nodes, bytes: compiling.bytes }),
      });
    }
  }
  return rows;
}
