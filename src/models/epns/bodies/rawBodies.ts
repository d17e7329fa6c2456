import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { boundedLogScale, type Gaussian } from "../gaussian.js";
import { dense } from "../nets/dense.js";
import { initAll } from "../nets/layer.js";
import { messagePassing } from "../nets/messagePassing.js";
import { VECTORS } from "./bodyIncrements.js";
import type { BodyModel, BodyModelOptions } from "./bodyModel.js";
import { bodyPairs } from "./vectors/bodyPairs.js";
import { EDGE_SCALARS } from "./vectors/scalarFeatures.js";

/** Raw features of a body [m, x, v], and of a pair [dx, dv] beside its scalars. */
const NODES = 7;
const EDGES = 6 + EDGE_SCALARS.width;
/** Numbers of the vectors of a body. */
const FLAT = 3 * VECTORS;

/**
 * PNS for bodies: messages on raw coordinates, so equivariant under permutations only.
 *
 * The parts of `vectorScalar`, with coordinates as features and vectors as plain numbers: μ_i = W s_i + b
 *
 * @param options sizes
 * @returns the model; `frameAveraging` makes it equivariant
 * @throws RangeError if a size is not an integer ≥ 1
 * @source Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (PNS, the non-equivariant counterpart of EPNS)
 * @example rawBodies({ hidden: 8 }).id // => "raw-bodies(hidden=8, rounds=2)"
 */
export function rawBodies({ hidden = 32, rounds = 2 }: BodyModelOptions = {}): BodyModel {
  const trunk = messagePassing("forward", { nodes: NODES, edges: EDGES, hidden, rounds });
  const head = (name: string, extra: number) => {
    const round = messagePassing(name, { nodes: hidden + extra, edges: EDGES, hidden, rounds: 1 });
    const mean = dense(`${name}/mean`, hidden, FLAT);
    const scale = dense(`${name}/scale`, hidden, VECTORS);
    const law = (p: Tensors, { states, edges }: Tensors, vectors?: tf.Tensor): Gaussian => {
      const [batch, n] = states.shape;
      const extras = vectors === undefined ? [] : [tf.reshape(vectors, [batch, n, FLAT])];
      const { nodes } = round.apply(p, tf.concat([states, ...extras], -1), edges);
      return {
        mean: tf.reshape(mean.apply(p, nodes), [batch, n, VECTORS, 3]),
        logScale: tf.expandDims(boundedLogScale(scale.apply(p, nodes)), -1),
      };
    };
    return { init: initAll([round, mean, scale]), law };
  };
  const [prior, posterior, decoder] = [head("prior", 0), head("posterior", FLAT), head("decoder", FLAT)];
  return {
    id: `raw-bodies(hidden=${hidden}, rounds=${rounds})`,
    init: initAll([trunk, prior, posterior, decoder]),
    forward: (p, state) => {
      const [mass, x, v] = tf.split(state, [1, 3, 3], -1);
      const pairs = bodyPairs({ mass, x, v });
      const edges = tf.concat([pairs.dx, pairs.dv, EDGE_SCALARS.of(pairs)], -1);
      return { states: trunk.apply(p, state, edges).nodes, edges };
    },
    prior: (p, hidden) => prior.law(p, hidden),
    posterior: (p, hidden, target) => posterior.law(p, hidden, target),
    decode: (p, hidden, latents) => decoder.law(p, hidden, latents),
  };
}
