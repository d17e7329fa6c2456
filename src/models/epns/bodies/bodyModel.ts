import type { tf } from "../../../nn/tf.js";
import type { Gaussian } from "../gaussian.js";
import type { LatentModel } from "../latentModel.js";
import type { TakenSizes } from "../requireTaken.js";

/**
 * A learned transition of n bodies.
 *
 * States are rows [m, x, y, z, vx, vy, vz], shape [B, n, 7]. Latents and targets are two vectors for each body, shape
 * [B, n, 2, 3]; a target is (dv/s_v, dx/s_x) as `bodyIncrements` has it. All laws are isotropic: log σ has shape [B, n, 2, 1].
 */
export type BodyModel = LatentModel<tf.Tensor3D, Gaussian> & Pick<TakenSizes, "bodies">;

/** Sizes of a body model. */
export interface BodyModelOptions {
  /** H, the width of the hidden layers, an integer ≥ 1; 32 if not given. */
  readonly hidden?: number;
  /** Rounds of messages in the forward model, an integer ≥ 1; 2 if not given. */
  readonly rounds?: number;
}
