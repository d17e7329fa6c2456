import type { Tensors } from "../../../../nn/hostTensor.js";
import { tf } from "../../../../nn/tf.js";
import { boundedLogScale, type Gaussian } from "../../gaussian.js";
import { dense } from "../../nets/dense.js";
import { initAll, type Layer } from "../../nets/layer.js";
import { messagePassing } from "../../nets/messagePassing.js";
import { VECTORS } from "../bodyIncrements.js";
import { signedLog } from "../../nets/signedLog.js";

const product = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => signedLog(tf.sum(tf.mul(a, b), -1, true));

/** What `vectorScalar` knows of a state: `scalars` [B, n, H], `edges` [B, n, n, E], and the vectors they are made of. */
export type VectorHidden = Readonly<Record<"scalars" | "edges" | "x" | "v" | "dx" | "dv" | "distance", tf.Tensor>>;

/** A law of vectors on bodies, given what is known of a state and perhaps further vectors. */
export interface VectorHead extends Layer {
  /** Further vectors w, shape [B, n, k, 3] → law of shape [B, n, 2, 3]. */
  readonly law: (parameters: Tensors, hidden: VectorHidden, extra?: tf.Tensor) => Gaussian;
}

/**
 * A normal law of two vectors on each body, equivariant under O(3) × S_n by its form.
 *
 * μ_i = Σ_j (c_ij dx_ij/d_ij + c'_ij dv_ij) + a_i x_i + b_i v_i + Σ_l e_il w_il,  σ_i one number for each vector, where all
 * coefficients come from scalars by a round of messages: the scalars known, and signed logarithms of the inner products
 * of w with w, x and v, and of dx_ij · (w_j − w_i)/d_ij
 *
 * @param name of the part, with which all its parameters begin
 * @param shape H, the number E of features of an edge, and the number k ≥ 0 of further vectors
 * @returns the part
 * @source Villar et al. 2021, "Scalars are universal: equivariant machine learning, structured like classical physics",
 *   arXiv 2106.06610
 */
export function vectorHead(name: string, shape: { readonly hidden: number; readonly edges: number; readonly extra: number }): VectorHead {
  const { hidden, edges, extra } = shape;
  const products = (extra * (extra + 1)) / 2 + 2 * extra;
  const round = messagePassing(name, { nodes: hidden + products, edges: edges + extra, hidden, rounds: 1 });
  const pairwise = dense(`${name}/pairwise`, hidden, 2 * VECTORS, false);
  const self = dense(`${name}/self`, hidden, VECTORS * (2 + extra));
  const scale = dense(`${name}/scale`, hidden, VECTORS);

  const law = (p: Tensors, { scalars, edges, x, v, dx, dv, distance }: VectorHidden, w?: tf.Tensor): Gaussian => {
    const [batch, n] = x.shape as [number, number, number];
    const vectors = w === undefined ? [] : tf.unstack(w, 2);
    const direction = tf.div(dx, distance);
    const inner = vectors.flatMap((a, i) => [x, v, ...vectors.slice(i)].map((b) => product(a, b)));
    const along = vectors.map((a) =>
      product(direction, tf.sub(tf.expandDims(a, 1), tf.expandDims(a, 2))),
    );
    const { nodes, messages } = round.apply(p, tf.concat([scalars, ...inner], -1), tf.concat([edges, ...along], -1));

    const sum = (coefficients: tf.Tensor, of: tf.Tensor[], terms: number): tf.Tensor =>
      tf.reshape(
        tf.matMul(
          tf.reshape(coefficients, [batch * n, terms, VECTORS]),
          tf.reshape(tf.stack(of, of[0].rank - 1), [batch * n, terms, 3]),
          true,
        ),
        [batch, n, VECTORS, 3],
      );
    const mean = tf.add(
      sum(pairwise.apply(p, messages), [direction, dv], 2 * n),
      sum(self.apply(p, nodes), [x, v, ...vectors], 2 + vectors.length),
    );
    return { mean, logScale: tf.expandDims(boundedLogScale(scale.apply(p, nodes)), -1) };
  };
  return { init: initAll([round, pairwise, self, scale]), law };
}
