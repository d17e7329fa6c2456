import { cellBound, cellFields, type CellLattice, type CellModel, cellularPotts, drawLatticeSymmetry, gaussianSample, type Key, type LatticeSymmetry, moveFields, moveLattice, normal, tf } from "simverdict";
import { type Compared, randomWeights, relative } from "./body-commutation.js";

/** Small, so that many draws fit in a second; nothing in the model depends on the size. */
const [SIZE, CELLS] = [12, 4];
const ENTITIES = CELLS + 1;
const ELEMENTS = 3;
const simulator = cellularPotts({ size: SIZE, cells: CELLS, monteCarloSteps: 3 });

/**
 * How far a model of cells is from commuting with S_cells × torus translations, at random weights, latents and states: the
 * largest error over some group elements.
 *
 * Errors of logits relative to ‖logits‖, of μ to ‖μ‖, of log σ to max(1, ‖log σ‖), of the evidence bound to max(1, |bound|)
 */
export function cellError(model: CellModel, compared: Compared, key: Key): number {
  const state = simulator.init(key.fold("init"));
  const next = simulator.step(key.fold("step"), state);
  const elements = Array.from({ length: ELEMENTS }, (_, i) => drawLatticeSymmetry(key.fold("element").fold(i).stream(), CELLS, SIZE));
  const stream = key.fold("latents").stream();
  const latents = Float32Array.from({ length: ENTITIES * model.latents }, () => normal(stream));
  const answers = tf.tidy(() => {
    const p = randomWeights(model, key);
    const fields = (lattice: typeof state) => {
      const { occupancy, kinds } = cellFields([lattice, ...elements.map((g) => moveLattice(g, lattice))]);
      return { occupancy: tf.tensor(occupancy.data, [...occupancy.shape]), kinds: tf.tensor(kinds.data, [...kinds.shape]) };
    };
    const noise = tf.tensor([latents, ...elements.map((g) => moveEntities(g, latents))].flatMap((row) => Array.from(row)), [ELEMENTS + 1, ENTITIES, model.latents]);
    const inputs = { ...fields(state), target: fields(next).occupancy, latents: noise };
    const split = (x: tf.Tensor): Float32Array[] => tf.unstack(x).map((row) => row.dataSync<"float32">().slice());
    if (compared === "bound") {
      const { fit, divergence } = cellBound(model, p, inputs);
      return [split(tf.sub(fit, tf.sum(divergence, 1)))];
    }
    const hidden = model.forward(p, inputs);
    if (compared === "step") return [split(model.decode(p, hidden, gaussianSample(model.prior(p, hidden), noise)))];
    const { mean, logScale } = compared === "prior" ? model.prior(p, hidden) : model.posterior(p, hidden, inputs.target);
    return [split(mean), split(logScale)];
  });

  const [first, second] = answers;
  const worst = (error: (g: LatticeSymmetry, row: number) => number): number => Math.max(...elements.map((g, i) => error(g, i + 1)));
  switch (compared) {
    case "step":
      return worst((g, row) => relative(first[row], moveFields(g, first[0], SIZE)));
    case "bound":
      return worst((_, row) => relative(first[row], first[0], 1));
    case "prior":
    case "posterior":
      return worst((g, row) => Math.max(relative(first[row], moveEntities(g, first[0])), relative(second[row], moveEntities(g, second[0]), 1)));
  }
}

/** Numbers of the medium and of each cell, in the order that g gives the cells. */
export function moveEntities({ order }: LatticeSymmetry, values: ArrayLike<number>): number[] {
  const width = values.length / (order.length + 1);
  return [0, ...Array.from(order, (i) => i + 1)].flatMap((e) => Array.from(values).slice(e * width, (e + 1) * width));
}

/** The ids of a lattice as g moves them; unlike `moveLattice`, cells may have lost all their sites. */
export function moveIds({ order, shift }: LatticeSymmetry, { size, ids }: Pick<CellLattice, "size" | "ids">): Int16Array {
  const renamed = new Int16Array(order.length + 1);
  for (let i = 0; i < order.length; i++) renamed[order[i] + 1] = i + 1;
  const moved = new Int16Array(ids.length);
  ids.forEach((id, site) => {
    const [row, column] = [(Math.floor(site / size) + shift[0]) % size, (site + shift[1]) % size];
    moved[row * size + column] = renamed[id];
  });
  return moved;
}
