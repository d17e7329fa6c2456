import type { CellModel } from "../cellModel.js";
import { crowdModel, type CrowdModelOptions } from "../crowdModel.js";

/** Sizes of `indexedCrowd`. */
export interface IndexedCrowdOptions extends Omit<CrowdModelOptions, "indices"> {
  /** The one number of cells that the model takes: an integer ≥ 1. */
  readonly cells: number;
}

/**
 * The control that tells symmetry from architecture: `crowdModel` with its equivariance under permutations broken.
 *
 * input channels = occupancy_e · [type_e, e]: the index of each entity as one-hot beside its type, everything else the same
 *
 * @param options the number of cells, and sizes
 * @returns the model; equivariant under translations of the torus, but not under permutations of the cells
 * @throws RangeError if a size is not an integer ≥ 1
 * @example indexedCrowd({ cells: 8, hidden: 4 }).id // => "indexed-crowd(cells=8, hidden=4, latents=8, rounds=3, padding=periodic)"
 */
export function indexedCrowd({ cells, ...sizes }: IndexedCrowdOptions): CellModel {
  if (!(Number.isInteger(cells) && cells >= 1)) throw new RangeError(`cells must be an integer >= 1, got ${cells}`);
  const model = crowdModel({ ...sizes, indices: cells + 1 });
  return { ...model, id: model.id.replace("crowd(", `indexed-crowd(cells=${cells}, `) };
}
