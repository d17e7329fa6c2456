import { runtimeInUse } from "../../../nn/backend.js";
import { compileStep } from "../../../nn/engine/compileStep.js";
import { eagerly } from "../../../nn/engine/eagerly.js";
import type { HostTensors } from "../../../nn/hostTensor.js";
import type { Key } from "../../../random/key.js";
import { gumbel } from "../../../random/gumbel.js";
import { normal } from "../../../random/normal.js";
import { type CellLattice, requireCellLattice } from "../../../simulators/lattice/cellLattice.js";
import { everyCellAlive } from "../../../simulators/lattice/everyCellAlive.js";
import type { TransitionKernel } from "../../../simulators/transitionKernel.js";
import { requireFiniteNoise } from "../requireFiniteNoise.js";
import { requireParameters } from "../requireParameters.js";
import { requireTaken } from "../requireTaken.js";
import { cellBatch } from "./cellBatch.js";
import { cellLogits, logitInputs } from "./cellLogits.js";
import type { CellModel } from "./cellModel.js";

/** The noise of one step of cells. */
export interface CellNoise {
  /** ε_z, standard normal, shape [E, L]. */
  readonly latents: Float64Array;
  /** γ, standard Gumbel, shape [E, S, S]. */
  readonly gumbel: Float64Array;
}

/** A learned model of cells as a transition kernel. */
export interface CellKernel extends TransitionKernel<CellLattice> {
  readonly id: string;
  readonly noise: (key: Key) => CellNoise;
  /** One step with its noise given. */
  readonly stepWithNoise: (lattice: CellLattice, noise: CellNoise) => CellLattice;
  /**
   * Many steps at once: lattices, and noise for each → next lattices. A lattice with an empty cell stays as it is, so that
   * `everyCellAlive` tells which rollouts have ended, and one that ends does not end the others.
   */
  readonly stepAll: (lattices: readonly CellLattice[], noise: readonly CellNoise[]) => CellLattice[];
  /**
   * The same steps, up to float32 rounding of logits, for batches of one size, an integer ≥ 1: several times as fast where
   * the backend in use compiles; to be released.
   */
  readonly compiled: (batch: number) => CompiledCellSteps;
}

/** Steps of a model for batches of one size; their owner releases them. */
export interface CompiledCellSteps {
  /** As that of `CellKernel`; fewer lattices than a batch are filled up, more take several batches. */
  readonly stepAll: (lattices: readonly CellLattice[], noise: readonly CellNoise[]) => Promise<CellLattice[]>;
  readonly release: () => Promise<void>;
}

/** Lattices that pass through the nets together, and where their logits go. */
interface Pass {
  readonly inputs: HostTensors;
  readonly take: (outputs: HostTensors) => void;
}

/**
 * A model of cells, ready for rollouts: its steps run on the active backend.
 *
 * z = μ_z + σ_z ε_z,  ids'(p) = argmax_e (logit_e(p; z) + γ_e(p)), which is a draw from the categorical law at each site.
 * A cell may lose its last site; `step` then refuses the lattice. Where logits are not finite, so that nothing can be
 * drawn, the next lattice is all medium: no rollout goes on from there either
 *
 * @param model the model
 * @param parts its parameters, the size of lattices, the number of cells, and the law of initial states
 * @returns the kernel
 * @throws RangeError if the model does not take such lattices, or the parameters are not its own; from its members if a lattice
 *   is malformed or has another size or number of cells, noise has another shape, or a batch is not an integer ≥ 1; from
 *   `step` and `stepWithNoise` also if a cell is empty, or noise is not finite
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (rollouts); Gumbel 1954, "Statistical theory of extreme
 *   values and some practical applications" (the maximum of such sums has the softmax law)
 */
export function cellKernel(
  model: CellModel,
  parts: {
    readonly parameters: HostTensors;
    readonly size: number;
    readonly cells: number;
    readonly init: (key: Key) => CellLattice;
  },
): CellKernel {
  const { parameters, size, cells, init } = parts;
  requireTaken(model, { cells, size });
  requireParameters(model, parameters);
  const [entities, sites] = [cells + 1, size * size];
  const noise = (key: Key): CellNoise => {
    const [normals, uniforms] = [key.fold("latents").stream(), key.fold("sites").stream()];
    return {
      latents: new Float64Array(entities * model.latents).map(() => normal(normals)),
      gumbel: new Float64Array(entities * sites).map(() => gumbel(uniforms)),
    };
  };
  const check = (lattice: CellLattice, { latents, gumbel }: CellNoise): void => {
    if (lattice.size !== size || lattice.types.length !== entities || lattice.ids.length !== sites) {
      throw new RangeError(`lattice must have size ${size} and ${cells} cells, got ${lattice.size} and ${lattice.types.length - 1}`);
    }
    if (latents.length !== entities * model.latents || gumbel.length !== entities * sites) {
      const shapes = `[${entities}, ${model.latents}] and [${entities}, ${size}, ${size}]`;
      throw new RangeError(`noise must have shapes ${shapes}, got ${latents.length} and ${gumbel.length} numbers`);
    }
  };
  const logits = cellLogits(model, parameters);
  /** The passes that fill in the next lattices; a lattice with an empty cell needs none. */
  function* passes(lattices: readonly CellLattice[], draws: readonly CellNoise[], next: CellLattice[], batch: number, rows?: number): Generator<Pass> {
    if (draws.length !== lattices.length) throw new RangeError(`noise must be given for ${lattices.length} lattices, got ${draws.length}`);
    lattices.forEach((lattice, b) => check(lattice, draws[b]));
    const going = lattices.flatMap((lattice, b) => (everyCellAlive(lattice) ? [b] : []));
    for (let start = 0; start < going.length; start += batch) {
      const own = going.slice(start, start + batch);
      yield {
        inputs: logitInputs(own.map((b) => lattices[b]), own.map((b) => draws[b].latents), rows),
        take: ({ logits: { data } }) =>
          own.forEach((b, i) => {
            const found = data.subarray(i * entities * sites, (i + 1) * entities * sites);
            next[b] = { size, ids: drawnIds(found, draws[b].gumbel, sites), types: lattices[b].types.slice() };
          }),
      };
    }
  }
  const stepAll = (lattices: readonly CellLattice[], draws: readonly CellNoise[]): CellLattice[] => {
    const next = lattices.slice();
    const batch = cellBatch({ types: { length: entities }, ids: { length: sites } });
    for (const { inputs, take } of passes(lattices, draws, next, batch)) take(eagerly(logits, inputs));
    return next;
  };
  const compiled = (batch: number): CompiledCellSteps => {
    if (!(Number.isSafeInteger(batch) && batch >= 1)) throw new RangeError(`batch must be an integer >= 1, got ${batch}`);
    const { run, release } = compileStep(logits, { runtime: runtimeInUse() });
    return {
      stepAll: async (lattices, draws) => {
        const next = lattices.slice();
        for (const { inputs, take } of passes(lattices, draws, next, batch, batch)) take(await run(inputs));
        return next;
      },
      release,
    };
  };
  const stepWithNoise = (lattice: CellLattice, draws: CellNoise): CellLattice => {
    requireCellLattice(lattice);
    requireFiniteNoise(draws.latents);
    requireFiniteNoise(draws.gumbel);
    return stepAll([lattice], [draws])[0];
  };
  return {
    id: `cell-kernel(${model.id})`,
    init,
    noise,
    stepWithNoise,
    stepAll,
    compiled,
    step: (key, lattice) => stepWithNoise(lattice, noise(key)),
  };
}

/** At each site the entity with the largest sum; 0 everywhere if some logit is not finite. */
function drawnIds(logits: HostTensors[string]["data"], gumbel: Float64Array, sites: number): Int16Array {
  const ids = new Int16Array(sites);
  const best = new Float64Array(sites).fill(-Infinity);
  for (let at = 0; at < logits.length; at++) {
    if (!Number.isFinite(logits[at])) return ids.fill(0);
    const site = at % sites;
    const sum = logits[at] + gumbel[at];
    if (!(sum > best[site])) continue;
    best[site] = sum;
    ids[site] = (at - site) / sites;
  }
  return ids;
}
