import { advanceBodies, type BodyModel, bodyStep, type CellLattice, compileStep, type HostTensors, type IncrementScales, type Key, normal, runtimeInUse, type TransitionKernel } from "simverdict";
import type { Batches } from "./checked-kernel.js";
import { differing, distance, stepSize, TOLERANCE } from "./kernel-commutation.js";

/** Many steps at once, each from one of the given states, with independent noise that the key gives. */
export type StepsOf<S> = (states: readonly S[], key: Key) => Promise<S[]>;
export type Steps = StepsOf<Float64Array>;

/** Rows of a batch; every batch has as many, so that one graph serves all. */
const ROWS = 512;

/**
 * Steps of a model, as `bodyKernel` makes them, compiled for batches where there is a runtime.
 *
 * @param model the model
 * @param parts its parameters and the scales of its increments
 */
export function compiledSteps(model: BodyModel, { parameters, scales }: { readonly parameters: HostTensors; readonly scales: IncrementScales }): Steps {
  const { run } = compileStep((inputs) => ({ sample: bodyStep(model, inputs, inputs).sample }), { runtime: runtimeInUse() });
  return async (states, key) => {
    const stream = key.stream();
    const n = states[0].length / 7;
    const normals = (): Float32Array => new Float32Array(ROWS * n * 6).map(() => normal(stream));
    const next: Float64Array[] = [];
    for (let start = 0; start < states.length; start += ROWS) {
      const rows = new Float32Array(ROWS * n * 7);
      for (let row = 0; row < ROWS; row++) rows.set(states[Math.min(start + row, states.length - 1)], row * n * 7);
      const shape = [ROWS, n, 2, 3];
      const { sample } = await run({
        ...parameters,
        state: { data: rows, shape: [ROWS, n, 7] },
        latents: { data: normals(), shape },
        noise: { data: normals(), shape },
      });
      const batch = states.slice(start, start + ROWS);
      next.push(...batch.map((state, i) => advanceBodies(state, sample.data.subarray(i * n * 6, (i + 1) * n * 6), scales)));
    }
    return next;
  };
}

/** States on which steps of a batch are compared with steps one at a time. */
const COMPARED = 8;

/** Whether steps of bodies, or of cells, from one state are the same up to rounding. */
export const sameBodies = (a: Float64Array, b: Float64Array, from: Float64Array): boolean => distance(a, b) <= TOLERANCE * stepSize(from, a);
export const sameCells = (a: CellLattice, b: CellLattice): boolean => differing(a.ids, b.ids) <= 1;

/**
 * Steps of a kernel: many at once if it has such steps and they are those of its `step`, which is what is judged; else one at
 * a time.
 *
 * @param kernel the kernel
 * @param same whether two steps from a state are the same
 * @param key draws the states and steps that are compared
 */
export async function kernelSteps<S, Noise>(
  kernel: TransitionKernel<S> & { readonly noise: (key: Key) => Noise } & Batches<S, Noise>,
  same: (a: S, b: S, from: S) => boolean,
  key: Key,
): Promise<StepsOf<S>> {
  const alone: StepsOf<S> = async (states, own) => states.map((state, i) => kernel.step(own.fold(i), state));
  if (kernel.compiled === undefined) return alone;
  const { stepAll } = kernel.compiled(ROWS);
  const together: StepsOf<S> = (states, own) => stepAll(states, states.map((_, i) => kernel.noise(own.fold(i))));
  const states = Array.from({ length: COMPARED }, (_, i) => kernel.init(key.fold("init").fold(i)));
  const [one, all] = [await alone(states, key), await together(states, key)];
  return one.every((next, i) => same(next, all[i], states[i])) ? together : alone;
}
