import { type BodyModel, type BodyPairs, type CellModel, EDGE_SCALARS, type Gaussian, type ScalarFeatures, tf } from "simverdict";

/** A part of Lemma 1, or the posterior of its training. */
export type Part = "forward" | "prior" | "posterior" | "decode";

/** Means moved by .3 standard deviations: for bodies along e_x, for cells those of the first cell. */
const moved = ({ mean, logScale }: Gaussian, where: number[][]): Gaussian => ({
  mean: tf.add(mean, tf.mul(tf.mul(tf.exp(logScale), 0.3), tf.tensor(where))),
  logScale,
});

/**
 * Make one part of a model of bodies see or mean something else along x than along other axes.
 *
 * forward: v_x counts 1.1 times; prior and posterior: mean + .3 σ e_x; decoder: means along x count 1.1 times
 */
export function breakBodies(model: BodyModel, part: Part): BodyModel {
  switch (part) {
    case "forward":
      return { ...model, forward: (p, state) => model.forward(p, tf.mul(state, [1, 1, 1, 1, 1.1, 1, 1])) };
    case "prior":
      return { ...model, prior: (p, h) => moved(model.prior(p, h), [[1, 0, 0]]) };
    case "posterior":
      return { ...model, posterior: (p, h, target) => moved(model.posterior(p, h, target), [[1, 0, 0]]) };
    case "decode":
      return {
        ...model,
        decode: (p, h, latents) => {
          const { mean, logScale } = model.decode(p, h, latents);
          return { mean: tf.mul(mean, [1.1, 1, 1]), logScale };
        },
      };
  }
}

/** 1 for the first cell and 0 for others: shape [E, 1]. */
const first = (entities: number): number[][] => Array.from({ length: entities }, (_, e) => [e === 1 ? 1 : 0]);

/**
 * Make one part of a model of cells treat the first cell otherwise than the others.
 *
 * forward: it counts 1.1 times; prior and posterior: its mean + .3 σ; decoder: its logits + .1
 */
export function breakCells(model: CellModel, part: Part): CellModel {
  const entities = (x: tf.Tensor): number => x.shape[1]!;
  switch (part) {
    case "forward":
      return {
        ...model,
        forward: (p, { occupancy, kinds }) => {
          const weights = tf.add(1, tf.mul(0.1, tf.tensor(first(entities(kinds)))));
          return { ...model.forward(p, { occupancy, kinds: tf.mul(kinds, weights) }) };
        },
      };
    case "prior":
      return { ...model, prior: (p, h) => ((law) => moved(law, first(entities(law.mean))))(model.prior(p, h)) };
    case "posterior":
      return { ...model, posterior: (p, h, target) => ((law) => moved(law, first(entities(law.mean))))(model.posterior(p, h, target)) };
    case "decode":
      return {
        ...model,
        decode: (p, h, latents) => {
          const logits = model.decode(p, h, latents);
          return tf.add(logits, tf.mul(0.1, tf.reshape(tf.tensor(first(entities(logits))), [1, entities(logits), 1, 1])));
        },
      };
  }
}

/** The edge feature as released: of the velocity at channels 4:7 it takes 5:8, so that v_x is left out of |dv|. */
export const SLIPPED_EDGES: ScalarFeatures<BodyPairs> = {
  width: EDGE_SCALARS.width,
  of: (pairs) => {
    const [distance, inverse, squared, , approach] = tf.split(EDGE_SCALARS.of(pairs), 5, -1);
    const speed = tf.sqrt(tf.add(tf.sum(tf.square(tf.slice(pairs.dv, [0, 0, 0, 1])), -1, true), 1e-6));
    return tf.concat([distance, inverse, squared, speed, approach], -1);
  },
};
