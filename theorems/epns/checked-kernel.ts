import type { CellKernel, CellLattice, CellNoise, CoupledKernel } from "simverdict";

/** What the lemma asks of kernels whose noise is held: of bodies, and of cells. */
export type HeldBodies = Pick<CoupledKernel, "init" | "noise" | "step" | "stepWithNoise">;
export type HeldCells = Pick<CellKernel, "init" | "noise" | "step" | "stepWithNoise">;

/** Steps for batches of one size, of kernels that have such steps. */
export interface Batches<S, Noise> {
  readonly compiled?: (batch: number) => { readonly stepAll: (states: readonly S[], noise: readonly Noise[]) => Promise<S[]> };
}
export type CheckedBodies = HeldBodies & Batches<Float64Array, Float64Array>;
export type CheckedCells = HeldCells & Batches<CellLattice, CellNoise>;

/** Asks a kernel for something and checks its answer, so that an error names the kernel and the member that was asked. */
function asked<T>(member: string, ask: () => unknown, check: (answer: unknown) => T): T {
  const attempt = <A>(step: () => A, verb: string): A => {
    try {
      return step();
    } catch (error) {
      throw new Error(`${member} of the kernel under test ${verb} ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };
  const answer = attempt(ask, "threw");
  return attempt(() => check(synchronous(answer)), "gave");
}

function synchronous(answer: unknown): unknown {
  if (!(answer instanceof Promise)) return answer;
  answer.catch(() => {}); // it is refused, whatever becomes of it
  throw new TypeError("a promise; it must be synchronous");
}

function numbers(answer: unknown, of: string): Float64Array {
  if (!Array.isArray(answer) && !ArrayBuffer.isView(answer)) throw new TypeError(`${String(answer)}, not the numbers of ${of}`);
  return Float64Array.from(answer as ArrayLike<number>);
}

function finite(answer: unknown, of: string): Float64Array {
  const values = numbers(answer, of);
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw new RangeError(`${of} with ${values[at]} at ${at}`);
  return values;
}

/** Rows [m, x, y, z, vx, vy, vz]. */
function state(answer: unknown, bodies?: number): Float64Array {
  const values = numbers(answer, "a state");
  const n = values.length / 7;
  if (!(n >= 1 && Number.isInteger(n) && n === (bodies ?? n))) throw new RangeError(`${values.length} numbers, not a state of shape [${bodies ?? "n"}, 7]`);
  values.forEach((value, at) => {
    const where = `at [${Math.floor(at / 7)}, ${at % 7}]`;
    if (!Number.isFinite(value)) throw new RangeError(`a state with ${value} ${where}`);
    if (at % 7 === 0 && !(value > 0)) throw new RangeError(`a state with mass ${value} ${where}`);
  });
  return values;
}

/** Cells of the size and types that they had before; at the start all have a site. */
function lattice(answer: unknown, before?: CellLattice): CellLattice {
  const { size, ids, types } = (answer ?? {}) as Partial<CellLattice>;
  if (size === undefined || ids?.length === undefined || types?.length === undefined) throw new TypeError(`${String(answer)}, not a lattice { size, ids, types }`);
  if (before !== undefined && size !== before.size) throw new RangeError(`a lattice of size ${size}, not ${before.size}`);
  if (ids.length !== size * size) throw new RangeError(`${ids.length} ids, not a lattice of shape [${size}, ${size}]`);
  if (before !== undefined && String(types) !== String(before.types)) throw new RangeError(`types [${Array.from(types).join(", ")}] where there were [${before.types.join(", ")}]`);
  const sites = new Uint32Array(types.length);
  ids.forEach((id, site) => {
    if (sites[id] === undefined) throw new RangeError(`a lattice with the id ${id} at [${Math.floor(site / size)}, ${site % size}]`);
    sites[id]++;
  });
  const empty = sites.indexOf(0, 1);
  if (before === undefined && empty > 0) throw new RangeError(`a lattice without a site for cell ${empty}`);
  return { size, ids: Int16Array.from(ids), types: Uint8Array.from(types) };
}

/**
 * A kernel of bodies whose every answer is checked where it is given.
 *
 * @param kernel the kernel; members that it lacks must not be asked
 * @returns members that throw, in one sentence that names the kernel under test, where it throws, gives a promise, or what
 *   is no state or noise; plain numbers are taken as a state too
 */
export function checkedBodies(kernel: HeldBodies): CheckedBodies {
  return {
    ...batches(kernel, (answer, from: Float64Array) => state(answer, from.length / 7)),
    init: (key) => asked("init", () => kernel.init(key), (answer) => state(answer)),
    noise: (key) => asked("noise", () => kernel.noise(key), (answer) => finite(answer, "noise")),
    step: (key, from) => asked("step", () => kernel.step(key, from), (answer) => state(answer, from.length / 7)),
    stepWithNoise: (from, noise) => asked("stepWithNoise", () => kernel.stepWithNoise(from, noise), (answer) => state(answer, from.length / 7)),
  };
}

/** The steps of a kernel for batches, compiled or not, whether they are there at once or later; none if it has none. */
function batches<S, Noise>(kernel: object, check: (answer: unknown, from: S) => S): Batches<S, Noise> {
  type Steps = (states: readonly S[], noise: readonly Noise[]) => unknown;
  const { compiled, stepAll, noise } = kernel as { readonly compiled?: (batch: number) => { readonly stepAll: Steps }; readonly stepAll?: Steps; readonly noise?: unknown };
  if (noise === undefined || (compiled === undefined && stepAll === undefined)) return {};
  return {
    compiled: (batch) => {
      const steps = (compiled?.call(kernel, batch) ?? kernel) as { readonly stepAll: Steps };
      const stepped = async (states: readonly S[], draws: readonly Noise[]): Promise<unknown> => steps.stepAll(states, draws);
      return {
        stepAll: async (states, draws) => {
          const outcome = await stepped(states, draws).then((answer) => () => answer, (error: unknown) => () => { throw error; });
          return asked("stepAll", outcome, (answer) => states.map((from, i) => check((answer as readonly unknown[])[i], from)));
        },
      };
    },
  };
}

/** A kernel of cells whose every answer is checked where it is given, as `checkedBodies` does. */
export function checkedCells(kernel: HeldCells): CheckedCells {
  return {
    ...batches(kernel, (answer, from: CellLattice) => lattice(answer, from)),
    init: (key) => asked("init", () => kernel.init(key), (answer) => lattice(answer)),
    noise: (key) =>
      asked("noise", () => kernel.noise(key), (answer) => {
        const { latents, gumbel } = (answer ?? {}) as { readonly latents?: unknown; readonly gumbel?: unknown };
        return { latents: finite(latents, "latents"), gumbel: finite(gumbel, "gumbel") };
      }),
    step: (key, from) => asked("step", () => kernel.step(key, from), (answer) => lattice(answer, from)),
    stepWithNoise: (from, noise) => asked("stepWithNoise", () => kernel.stepWithNoise(from, noise), (answer) => lattice(answer, from)),
  };
}
