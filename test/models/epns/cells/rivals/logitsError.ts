import { cellFields } from "../../../../../src/models/epns/cells/cellFields.js";
import type { CellModel } from "../../../../../src/models/epns/cells/cellModel.js";
import type { LatticeSymmetry } from "../../../../../src/models/epns/groups/latticeSymmetry.js";
import { moveFields } from "../../../../../src/models/epns/groups/moveFields.js";
import { moveLattice } from "../../../../../src/models/epns/groups/moveLattice.js";
import { upload } from "../../../../../src/nn/hostTensor.js";
import { tf } from "../../../../../src/nn/tf.js";
import { Key } from "../../../../../src/random/key.js";
import { cellularPotts } from "../../../../../src/simulators/lattice/cellularPotts.js";

export const SIZE = 12;
export const CELLS = 4;

export const TRANSLATION: LatticeSymmetry = { order: [0, 1, 2, 3], shift: [5, 7] };
export const PERMUTATION: LatticeSymmetry = { order: [2, 0, 3, 1], shift: [0, 0] };

/**
 * ‖f(g x) − g f(x)‖ / ‖f(x)‖ for the logits f at the prior's mean, with fresh weights; less what persistence explains, their
 * mean where an entity is and their mean where it is not, which commutes in every model and would hide the rest.
 */
export function logitsError(model: CellModel, g: LatticeSymmetry): number {
  const lattice = cellularPotts({ size: SIZE, cells: CELLS }).init(Key.root(1));
  const logits = (x: typeof lattice): Float64Array => {
    const fields = cellFields([x]);
    const answers = tf.tidy(() => {
      const p = upload(model.init(Key.root(0)));
      const hidden = model.forward(p, upload(fields));
      return model.decode(p, hidden, model.prior(p, hidden).mean).dataSync<"float32">().slice();
    });
    const sites = fields.occupancy.data;
    const [absent, present] = [0, 1].map((part) => {
      const own = answers.filter((_, at) => sites[at] === part);
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    });
    return Float64Array.from(answers, (value, at) => value - (sites[at] === 1 ? present : absent));
  };
  const [found, moved] = [logits(moveLattice(g, lattice)), moveFields(g, logits(lattice), SIZE)];
  return Math.hypot(...found.map((value, i) => value - moved[i])) / Math.hypot(...moved);
}

/** Shapes of both laws for a batch of two lattices of `CELLS` cells. */
export function lawShapes(model: CellModel): (readonly number[])[] {
  return tf.tidy(() => {
    const p = upload(model.init(Key.root(0)));
    const lattice = cellularPotts({ size: SIZE, cells: CELLS }).init(Key.root(1));
    const fields = upload(cellFields([lattice, lattice]));
    const hidden = model.forward(p, fields);
    return [model.prior(p, hidden), model.posterior(p, hidden, fields.occupancy)].flatMap(({ mean, logScale }) => [mean.shape, logScale.shape]);
  });
}
