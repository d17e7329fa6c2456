import { initAll } from "../../nets/layer.js";
import { messagePassing } from "../../nets/messagePassing.js";
import { VECTORS } from "../bodyIncrements.js";
import type { BodyModel, BodyModelOptions } from "../bodyModel.js";
import { type BodyPairs, bodyPairs } from "./bodyPairs.js";
import { type BodyVectors, bodyVectors } from "./bodyVectors.js";
import { EDGE_SCALARS, NODE_SCALARS, type ScalarFeatures } from "./scalarFeatures.js";
import { vectorHead } from "./vectorHead.js";

/** Sizes of `vectorScalar`, and what its scalars are. */
export interface VectorScalarOptions extends BodyModelOptions {
  /** Features of a body; `NODE_SCALARS` if not given. Others than scalars break the equivariance. */
  readonly nodeScalars?: ScalarFeatures<BodyVectors>;
  /** Features of a pair of bodies; `EDGE_SCALARS` if not given. */
  readonly edgeScalars?: ScalarFeatures<BodyPairs>;
}

/**
 * EPNS for bodies, equivariant under E(3) × S_n: messages of scalars, vectors only as combinations of vectors.
 *
 * forward: rounds of messages on scalars; prior, posterior and decoder: a `vectorHead` each, which sees no further
 * vectors, the target, and the latents. f(g x, g z) = g f(x, z) up to rounding
 *
 * @param options sizes, and the scalars
 * @returns the model
 * @throws RangeError if a size is not an integer ≥ 1
 * @source Villar et al. 2021, arXiv 2106.06610; Minartz, Poels, Koop & Menkovski 2023, arXiv 2305.14286 (its parts)
 * @example vectorScalar({ hidden: 8 }).id // => "vector-scalar(hidden=8, rounds=2)"
 */
export function vectorScalar(options: VectorScalarOptions = {}): BodyModel {
  const { hidden = 32, rounds = 2, nodeScalars = NODE_SCALARS, edgeScalars = EDGE_SCALARS } = options;
  const trunk = messagePassing("forward", { nodes: nodeScalars.width, edges: edgeScalars.width, hidden, rounds });
  const head = (name: string, extra: number) => vectorHead(name, { hidden, edges: edgeScalars.width, extra });
  const [prior, posterior, decoder] = [head("prior", 0), head("posterior", VECTORS), head("decoder", VECTORS)];
  const own = [["nodes", nodeScalars, NODE_SCALARS], ["edges", edgeScalars, EDGE_SCALARS]] as const;
  const names = own.flatMap(([place, scalars, usual]) => (scalars === usual ? [] : [`, ${place}=${scalars.id ?? "custom"}`])).join("");
  return {
    id: `vector-scalar(hidden=${hidden}, rounds=${rounds}${names})`,
    init: initAll([trunk, prior, posterior, decoder]),
    forward: (p, state) => {
      const bodies = bodyVectors(state);
      const pairs = bodyPairs(bodies);
      const edges = edgeScalars.of(pairs);
      const { nodes } = trunk.apply(p, nodeScalars.of(bodies), edges);
      return { scalars: nodes, edges, x: bodies.x, v: bodies.v, ...pairs };
    },
    prior: (p, hidden) => prior.law(p, hidden),
    posterior: (p, hidden, target) => posterior.law(p, hidden, target),
    decode: (p, hidden, latents) => decoder.law(p, hidden, latents),
  };
}
