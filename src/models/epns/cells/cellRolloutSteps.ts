import { everyCellAlive } from "../../../simulators/lattice/everyCellAlive.js";
import type { CellLattice } from "../../../simulators/lattice/cellLattice.js";
import type { RolloutSteps } from "../../../simulators/rolloutEnsemble.js";
import { compiledAsNeeded } from "../compiledAsNeeded.js";
import { cellBatch } from "./cellBatch.js";
import type { CellKernel } from "./cellKernel.js";

/**
 * A model of cells, ready for an ensemble of rollouts.
 *
 * A lattice is stable while every cell has a site: no statistic and no step takes another one
 *
 * @param kernel the model
 * @param options noise: `latents` leaves out that of the sites, so that each goes to its likeliest entity given drawn latents,
 *   as in the released code (`sample_from_pred=False`); `none` that of latents too, which follow the mean of the prior.
 *   Neither is a draw from the law that was trained; `drawn` if not given
 * @returns how rollouts go on: compiled where the backend in use compiles, until released
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (rollouts)
 */
export function cellRolloutSteps(kernel: CellKernel, options: { readonly noise?: "drawn" | "latents" | "none" } = {}): RolloutSteps<CellLattice> {
  const { noise: kept = "drawn" } = options;
  const { stepsFor, release } = compiledAsNeeded((batch) => kernel.compiled(batch));
  return {
    stepAll: async (lattices, keys) => {
      const next: CellLattice[] = [];
      const most = lattices.length === 0 ? 1 : cellBatch(lattices[0]);
      // batch by batch: the noise of all rollouts on a large lattice would fill the memory
      for (let start = 0; start < lattices.length; start += most) {
        const some = lattices.slice(start, start + most);
        const noise = keys.slice(start, start + most).map((key) => kernel.noise(key));
        for (const { latents, gumbel } of noise) {
          if (kept !== "drawn") gumbel.fill(0);
          if (kept === "none") latents.fill(0);
        }
        next.push(...(await stepsFor(lattices.length, most).stepAll(some, noise)));
      }
      return next;
    },
    isStable: everyCellAlive,
    release,
  };
}
