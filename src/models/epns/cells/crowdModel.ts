import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { boundedLogScale, type Gaussian } from "../gaussian.js";
import { crowdConvolution } from "../nets/crowdConvolution.js";
import { dense } from "../nets/dense.js";
import { initAll } from "../nets/layer.js";
import { siteSums } from "../nets/siteSums.js";
import type { Padding } from "../nets/torusConvolution.js";
import { KINDS } from "./cellFields.js";
import type { CellModel } from "./cellModel.js";

/** Sizes of `crowdModel`. */
export interface CrowdModelOptions {
  /** H, channels of the hidden layers, an integer ≥ 1; 16 if not given. */
  readonly hidden?: number;
  /** L, latents of each entity, an integer ≥ 1; 8 if not given. */
  readonly latents?: number;
  /** Convolutions of the forward model, an integer ≥ 1; 3 if not given. */
  readonly rounds?: number;
  /** `periodic` if not given; `zero` breaks the equivariance under translations of the torus. */
  readonly padding?: Padding;
  /** E, if the index of each entity is an input too, which breaks the equivariance under permutations; 0 if not given. */
  readonly indices?: number;
}

/**
 * EPNS for cells, equivariant under S_cells × torus translations: convolutions shared by all entities, and their mean.
 *
 * forward: rounds of h_e = a(W * h_e + V * mean h) from the occupancy by type; prior and posterior: an affine map of s_e,
 * the signed logarithm of the sum over sites (`siteSums`); decoder: logit_e(p) = u · a((W * h_e + V * mean h)(p) + Z k_e +
 * Y mean k) + w occupancy_e(p), where k_e = [z_e, s_e]: a cell that is too small must know it to grow
 *
 * @param options sizes, and the padding
 * @returns the model
 * @throws RangeError if a size is not an integer ≥ 1, or the padding neither of the two
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (EPNS for cellular dynamics)
 * @example crowdModel({ hidden: 4 }).id // => "crowd(hidden=4, latents=8, rounds=3, padding=periodic)"
 */
export function crowdModel(options: CrowdModelOptions = {}): CellModel {
  const { hidden = 16, latents = 8, rounds = 3, padding = "periodic", indices = 0 } = options;
  if (padding !== "periodic" && padding !== "zero") throw new RangeError(`padding must be "periodic" or "zero", got ${String(padding)}`);
  if (!(Number.isInteger(rounds) && rounds >= 1)) throw new RangeError(`rounds must be an integer >= 1, got ${rounds}`);
  const trunk = Array.from({ length: rounds }, (_, i) =>
    crowdConvolution(`forward/${i}`, i === 0 ? KINDS + indices : hidden, hidden, padding),
  );
  const prior = dense("prior", hidden, 2 * latents);
  const change = crowdConvolution("posterior/change", hidden + 1, hidden, padding);
  const posterior = dense("posterior", hidden, 2 * latents);
  const decoder = crowdConvolution("decoder", hidden, hidden, padding);
  const [own, crowd] = ["own", "crowd"].map((whose) => dense(`decoder/told/${whose}`, latents + hidden, hidden, false));
  const logits = dense("decoder/logits", hidden + 1, 1);

  const law = (answers: tf.Tensor): Gaussian => {
    const [mean, scale] = tf.split(answers, 2, -1);
    return { mean, logScale: boundedLogScale(scale) };
  };
  /** Sums over sites, shape [B, E, H]. */
  const pooled = (images: tf.Tensor, entities: number): tf.Tensor => tf.reshape(siteSums(images), [-1, entities, hidden]);
  const entitiesOf = ({ occupancy }: Tensors): number => occupancy.shape[1]!;

  return {
    id: `crowd(hidden=${hidden}, latents=${latents}, rounds=${rounds}, padding=${padding})`,
    latents,
    ...(indices > 0 && { cells: indices - 1 }),
    init: initAll([...trunk, prior, change, posterior, decoder, own, crowd, logits]),
    forward: (p, { occupancy, kinds }) => {
      const [batch, entities, size] = occupancy.shape as [number, number, number, number];
      const images = tf.reshape(occupancy, [batch * entities, size, size, 1]);
      const features = indices === 0 ? kinds : tf.concat([kinds, tf.tile(tf.expandDims(tf.eye(indices), 0), [batch, 1, 1])], -1);
      let states: tf.Tensor = tf.mul(images, tf.reshape(features, [batch * entities, 1, 1, KINDS + indices]));
      for (const layer of trunk) states = layer.apply(p, states, entities);
      return { states, occupancy };
    },
    prior: (p, hidden) => law(prior.apply(p, pooled(hidden.states, entitiesOf(hidden)))),
    posterior: (p, hidden, target) => {
      const entities = entitiesOf(hidden);
      const next = tf.reshape(target, [...hidden.states.shape.slice(0, 3), 1]);
      const images = change.apply(p, tf.concat([hidden.states, next], -1), entities);
      return law(posterior.apply(p, pooled(images, entities)));
    },
    decode: (p, { states, occupancy }, z) => {
      const [batch, entities, size] = occupancy.shape as [number, number, number, number];
      const known = tf.concat([z, pooled(states, entities)], -1);
      const told = tf.add(own.apply(p, known), crowd.apply(p, tf.mean(known, 1, true)));
      const images = decoder.apply(p, states, entities, told);
      const answers = logits.apply(p, tf.concat([images, tf.reshape(occupancy, [batch * entities, size, size, 1])], -1));
      return tf.reshape(answers, [batch, entities, size, size]);
    },
  };
}
