import type { Key } from "../../../random/key.js";
import type { TransitionKernel } from "../../../simulators/transitionKernel.js";

/**
 * A transition kernel of bodies whose noise can be held: `celestial`, every learned kernel, and whatever else is to be
 * put through the lemma about exact equivariance.
 *
 * A state holds rows [m, x, y, z, vx, vy, vz], shape [n, 7]. The noise holds vectors, shape [k, n, 3], and its law turns
 * into itself under O(3) × S_n.
 */
export interface CoupledKernel extends TransitionKernel<Float64Array> {
  readonly id: string;
  /** The noise of one step. */
  readonly noise: (key: Key) => Float64Array;
  /** step(key, x) = stepWithNoise(x, noise(key)). */
  readonly stepWithNoise: (state: Float64Array, noise: Float64Array) => Float64Array;
}
