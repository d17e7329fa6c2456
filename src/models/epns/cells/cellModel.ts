import type { Tensors } from "../../../nn/hostTensor.js";
import type { tf } from "../../../nn/tf.js";
import type { LatentModel } from "../latentModel.js";
import type { TakenSizes } from "../requireTaken.js";

/**
 * A learned transition of a lattice of cells; the medium is one more entity beside the cells, E = cells + 1.
 *
 * States are `occupancy` [B, E, S, S], 1 where the entity is, and `kinds` [B, E, 3], its type as one-hot; latents have
 * shape [B, E, L]. The target is the next occupancy; the decoder's output are logits [B, E, S, S] of a categorical law
 * over the entities at each site.
 */
export type CellModel = LatentModel<Tensors, tf.Tensor> &
  Pick<TakenSizes, "cells" | "size"> & {
    /** L, latents of each entity. */
    readonly latents: number;
  };
