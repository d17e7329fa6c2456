import { type HostTensors, upload } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import type { Key } from "../../../random/key.js";
import { normal } from "../../../random/normal.js";
import type { CellLattice } from "../../../simulators/lattice/cellLattice.js";
import type { TransitionKernel } from "../../../simulators/transitionKernel.js";
import { gaussianSample } from "../gaussian.js";
import { cellFields } from "./cellFields.js";
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
}

/**
 * A model of cells, ready for rollouts: its steps run on the active backend.
 *
 * z = μ_z + σ_z ε_z,  ids'(p) = argmax_e (logit_e(p; z) + γ_e(p)), which is a draw from the categorical law at each site;
 * a cell may lose its last site, and the next step then refuses the lattice
 *
 * @param model the model
 * @param parts its parameters, the size of lattices, the number of cells, and the law of initial states
 * @returns the kernel
 * @throws RangeError from its members if a lattice is malformed, has an empty cell, or another size or number of cells
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
  const [entities, sites] = [cells + 1, size * size];
  const noise = (key: Key): CellNoise => {
    const [normals, uniforms] = [key.fold("latents").stream(), key.fold("sites").stream()];
    return {
      latents: new Float64Array(entities * model.latents).map(() => normal(normals)),
      gumbel: new Float64Array(entities * sites).map(() => -Math.log(-Math.log1p(-uniforms.uniform()) || Number.MIN_VALUE)),
    };
  };
  const stepWithNoise = (lattice: CellLattice, { latents, gumbel }: CellNoise): CellLattice => {
    const fields = cellFields([lattice]);
    if (lattice.size !== size || lattice.types.length !== entities) {
      throw new RangeError(`lattice must have size ${size} and ${cells} cells, got ${lattice.size} and ${lattice.types.length - 1}`);
    }
    const logits = tf.tidy(() => {
      const p = upload(parameters);
      const hidden = model.forward(p, upload(fields));
      const z = gaussianSample(model.prior(p, hidden), tf.tensor3d(Float32Array.from(latents), [1, entities, model.latents]));
      return model.decode(p, hidden, z).dataSync<"float32">();
    });
    const ids = new Int16Array(sites).map((_, site) => {
      let best = 0;
      for (let e = 1; e < entities; e++) {
        const [at, to] = [e * sites + site, best * sites + site];
        if (logits[at] + gumbel[at] > logits[to] + gumbel[to]) best = e;
      }
      return best;
    });
    return { size, ids, types: lattice.types.slice() };
  };
  return { id: `cell-kernel(${model.id})`, init, noise, stepWithNoise, step: (key, lattice) => stepWithNoise(lattice, noise(key)) };
}
