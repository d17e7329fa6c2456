import { cellBound, cellFields, type CellModel, cellularPotts, drawLatticeSymmetry, gaussianSample, type Key, type LatticeSymmetry, moveFields, moveLattice, normal, tf } from "simverdict";
import { type CommutationErrors, randomWeights, relative } from "./body-commutation.js";

/** Small, so that many draws fit in a second; nothing in the model depends on the size. */
const [SIZE, CELLS] = [12, 4];
const ENTITIES = CELLS + 1;
const ELEMENTS = 3;
const simulator = cellularPotts({ size: SIZE, cells: CELLS, monteCarloSteps: 3 });

/**
 * How far a model of cells is from commuting with S_cells × torus translations, at random weights, latents and states.
 *
 * Errors of logits relative to ‖logits‖, of μ to ‖μ‖, of log σ to max(1, ‖log σ‖), of the evidence bound to max(1, |bound|)
 */
export function cellErrors(model: CellModel, key: Key): CommutationErrors {
  const state = simulator.init(key.fold("init"));
  const next = simulator.step(key.fold("step"), state);
  const elements = Array.from({ length: ELEMENTS }, (_, i) => drawLatticeSymmetry(key.fold("element").fold(i).stream(), CELLS, SIZE));
  const stream = key.fold("latents").stream();
  const latents = Float32Array.from({ length: ENTITIES * model.latents }, () => normal(stream));
  const perEntity = (g: LatticeSymmetry, values: ArrayLike<number>): number[] => {
    const width = values.length / ENTITIES;
    return [0, ...Array.from(g.order, (i) => i + 1)].flatMap((e) => Array.from(values).slice(e * width, (e + 1) * width));
  };

  const answers = tf.tidy(() => {
    const p = randomWeights(model, key);
    const fields = (lattice: typeof state) => {
      const { occupancy, kinds } = cellFields([lattice, ...elements.map((g) => moveLattice(g, lattice))]);
      return { occupancy: tf.tensor(occupancy.data, [...occupancy.shape]), kinds: tf.tensor(kinds.data, [...kinds.shape]) };
    };
    const noise = tf.tensor([latents, ...elements.map((g) => perEntity(g, latents))].flatMap((row) => Array.from(row)), [ELEMENTS + 1, ENTITIES, model.latents]);
    const inputs = { ...fields(state), target: fields(next).occupancy, latents: noise };
    const hidden = model.forward(p, inputs);
    const [prior, posterior] = [model.prior(p, hidden), model.posterior(p, hidden, inputs.target)];
    const logits = model.decode(p, hidden, gaussianSample(prior, noise));
    const { fit, divergence } = cellBound(model, p, inputs);
    const split = (x: tf.Tensor): Float32Array[] => tf.unstack(x).map((row) => row.dataSync<"float32">().slice());
    return {
      prior: [split(prior.mean), split(prior.logScale)],
      posterior: [split(posterior.mean), split(posterior.logScale)],
      logits: split(logits),
      bound: split(tf.sub(fit, tf.sum(divergence, 1))),
    };
  });

  const worst = (error: (g: LatticeSymmetry, row: number) => number): number => Math.max(...elements.map((g, i) => error(g, i + 1)));
  const lawError = ([mean, logScale]: Float32Array[][]): number =>
    worst((g, row) => Math.max(relative(mean[row], perEntity(g, mean[0])), relative(logScale[row], perEntity(g, logScale[0]), 1)));
  return {
    step: worst((g, row) => relative(answers.logits[row], moveFields(g, answers.logits[0], SIZE))),
    prior: lawError(answers.prior),
    posterior: lawError(answers.posterior),
    bound: worst((_, row) => relative(answers.bound[row], answers.bound[0], 1)),
  };
}
