import { measureStep, measureTorch } from "./measureStep.js";
import { NETS, type NetName, type Timing, VARIANTS, type Variant } from "./trainingStepNets.js";

/** One line of the comparison: milliseconds of a step, and how many times as fast as the wrapped WASM backend kernel by kernel. */
export interface TrainingStepRow {
  readonly net: NetName;
  readonly variant: Variant | "PyTorch, 1 thread";
  /** First quartile over the steps, so that a busy machine counts for less. */
  readonly "wall ms": number | "not installed";
  /** Computing time of the whole process over the number of steps: hidden threads show here. */
  readonly "cpu ms": number | undefined;
  readonly "times kernel by kernel": number | undefined;
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
 * Targets, against the wrapped WASM backend kernel by kernel: onnx-native at least 4 times as fast on both dense nets, and 3
 * times on the convolutional one; onnx-wasm at least 1.4 times on the dense ones. That itself at least 4 times as fast as
 * unwrapped on the large one.
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
    const reference = timings.get("kernel by kernel");
    if (torch === undefined) rows.push({ net, variant: "PyTorch, 1 thread", "wall ms": "not installed", "cpu ms": undefined, "times kernel by kernel": undefined, "by cpu time": undefined });
    for (const [variant, { wall, cpu, compiling }] of [...timings, ...(torch ? [["PyTorch, 1 thread", torch] as const] : [])]) {
      const times = (of: "wall" | "cpu", value: number): number | undefined => (reference === undefined ? undefined : +(reference[of] / value).toFixed(2));
      rows.push({
        net, variant, "wall ms": +wall.toPrecision(3), "cpu ms": +cpu.toPrecision(3),
        "times kernel by kernel": times("wall", wall), "by cpu time": times("cpu", cpu),
        ...(compiling && { "compile ms": Math.round(compiling.ms), nodes: compiling.nodes, bytes: compiling.bytes }),
      });
    }
  }
  return rows;
}
