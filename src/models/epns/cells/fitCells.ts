import { selectBackend } from "../../../nn/backend.js";
import { aidedTraining } from "../../../nn/checkpoint/trainingAid.js";
import { epochBatches } from "../../../nn/epochBatches.js";
import type { HostTensor, HostTensors } from "../../../nn/hostTensor.js";
import { train, type Trained } from "../../../nn/training.js";
import type { Key } from "../../../random/key.js";
import { gumbel } from "../../../random/gumbel.js";
import type { CellLattice } from "../../../simulators/lattice/cellLattice.js";
import { boundLoss } from "../boundLoss.js";
import { type EpnsTraining, epnsTraining } from "../epnsTraining.js";
import { noiseTensor } from "../../../nn/noiseTensor.js";
import type { CellModel } from "./cellModel.js";
import { cellWindows } from "./cellWindows.js";
import { unrolledCellBound } from "./unrolledCellBound.js";

/** How a model of cells is trained. */
export interface CellTraining extends Omit<EpnsTraining, "batch" | "freeBits"> {
  /** Windows in a step, an integer ≥ 1; 8 if not given: a lattice holds as many sites as a batch of bodies holds bodies. */
  readonly batch?: number;
  /** As in `EpnsTraining`, but .1175 if not given, as released: without them latents are left unused, and rollouts stray. */
  readonly freeBits?: number;
  /** Whether the cells of every window are renamed by a fresh uniform permutation, for models that are not equivariant; not if not given. */
  readonly augmentation?: "permutation";
}

/** A trained model of cells; with `size`, `cells` and `init` it makes a `cellKernel`. */
export interface FittedCells {
  readonly model: CellModel;
  readonly parameters: HostTensors;
  /** Course of the loss. */
  readonly losses: Trained["losses"];
}

/** What is not given: transitions in a step, and nats for each latent of an entity (`configs/cell_dynamics_EPNS.py`). */
const DEFAULTS = { batch: 8, freeBits: 0.1175 };

/**
 * Train a model of cells on sequences of lattices.
 *
 * min E[β(t) Σ_l max(λ E, KL_l) − log p(x' | z, h)]/N for E entities and N sites, over windows of T transitions, by the rules of
 * `epnsTraining`. One-step training (T = 1) maximises the evidence bound of transitions; with T > 1 the model is unrolled
 * on its own samples as `unrolledCellBound` says. Batches are reshuffled passes over all windows; all noise is fresh.
 *
 * @param model what is trained
 * @param sequences at least one of T + 1 or more lattices, of one size and with one number of cells
 * @param options the rules, the augmentation, and where the training is kept and shown
 * @param key names everything random: "parameters", "batches", "latents", "sites", "permutations"
 * @returns the trained model
 * @throws RangeError if an option is out of its domain, there is no sequence, one is shorter than the horizon needs, a
 *   lattice is malformed, has an empty cell, differs from the others in size, number of cells or (within a sequence) types, or is
 *   none that the model takes
 * @throws BadCheckpoint if a checkpoint cannot be kept, or is of another training
 * @throws Error naming the step if the loss is not finite
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (training of EPNS and PNS)
 */
export async function fitCells(
  model: CellModel,
  sequences: readonly (readonly CellLattice[])[],
  options: CellTraining,
  key: Key,
): Promise<FittedCells> {
  const { options: settings, rules, klWeight } = epnsTraining({ ...DEFAULTS, ...options });
  const { batch, freeBits, horizon } = settings;
  const { augmentation } = options;
  if (augmentation !== undefined && augmentation !== "permutation") {
    throw new RangeError(`augmentation must be "permutation" or not given, got ${String(augmentation)}`);
  }
  const windows = cellWindows(sequences, horizon, model);
  const { entities, size } = windows;
  // λ is for a latent of an entity; bounds are per site, their divergences summed over entities.
  const free = (freeBits * entities) / (size * size);
  const batchOf = epochBatches(windows.count, batch, key.fold("batches"));
  await selectBackend();

  const noise = (step: number): HostTensors => {
    const tensors: Record<string, HostTensor> = {};
    for (let t = 0; t < horizon; t++) {
      tensors[`latents/${t}`] = noiseTensor(key.fold("latents").fold(step).fold(t), [batch, entities, model.latents]);
      if (t + 1 === horizon) break;
      tensors[`gumbel/${t}`] = noiseTensor(key.fold("sites").fold(step).fold(t), [batch, entities, size, size], gumbel);
    }
    return tensors;
  };
  const { parameters, losses } = await train({
    ...rules,
    ...aidedTraining(options, { model: model.id, key, settings: { ...settings, augmentation, sequences } }),
    parameters: model.init(key.fold("parameters")),
    objective: (p, inputs) => boundLoss(unrolledCellBound(model, p, inputs, horizon), inputs.klWeight, free),
    inputs: (step) => {
      const rename = augmentation === undefined ? undefined : key.fold("permutations").fold(step).stream();
      return { ...windows.batch(batchOf(step), rename), ...noise(step), klWeight: klWeight(step) };
    },
  });
  return { model, parameters, losses };
}
