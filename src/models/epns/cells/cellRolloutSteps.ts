import { everyCellAlive } from "../../../simulators/lattice/everyCellAlive.js";
import type { CellLattice } from "../../../simulators/lattice/cellLattice.js";
import type { RolloutSteps } from "../../../simulators/rolloutEnsemble.js";
import type { CellKernel } from "./cellKernel.js";

/**
 * A model of cells, ready for an ensemble of rollouts.
 *
 * A lattice is stable while every cell has a site: no statistic and no step takes another one
 *
 * @param kernel the model
 * @param options noise: `none` leaves out all noise, of latents and of sites, so that each site goes to its likeliest
 *   entity given the mean of the prior, which is no draw from the model; `drawn` if not given
 * @returns how rollouts go on
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (rollouts)
 */
export function cellRolloutSteps(kernel: CellKernel, options: { readonly noise?: "drawn" | "none" } = {}): RolloutSteps<CellLattice> {
  const isSilent = options.noise === "none";
  return {
    stepAll: (lattices, keys) => {
      const noise = keys.map((key) => kernel.noise(key));
      if (isSilent) for (const { latents, gumbel } of noise) [latents, gumbel].forEach((draws) => draws.fill(0));
      return kernel.stepAll(lattices, noise);
    },
    isStable: everyCellAlive,
  };
}
