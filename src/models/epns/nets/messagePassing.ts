import type { Tensors } from "../../../nn/hostTensor.js";
import { tf } from "../../../nn/tf.js";
import { dense } from "./dense.js";
import { initAll, type Layer } from "./layer.js";
import { silu } from "./silu.js";

/** Extents of `messagePassing`. */
export interface MessagePassingShape {
  /** Features of a node, and of an ordered pair of nodes. */
  readonly nodes: number;
  readonly edges: number;
  /** H, the width of everything inside. */
  readonly hidden: number;
  /** Rounds of messages, an integer ≥ 1. */
  readonly rounds: number;
}

/** Messages between all nodes of a graph. */
export interface MessagePassing extends Layer {
  /** Node features [B, n, F] and pair features [B, n, n, E] → states [B, n, H] and last messages m_ij [B, n, n, H]. */
  readonly apply: (parameters: Tensors, nodes: tf.Tensor, edges: tf.Tensor) => { nodes: tf.Tensor; messages: tf.Tensor };
}

/**
 * Messages on the complete graph; a node sends one to itself as well.
 *
 * s_i = a(F f_i),  then each round: m_ij = a(C a(A s_i + B s_j + E e_ij)),  s_i ← s_i + a(D [s_i, Σ_j m_ij]),  a = silu;
 * permutation equivariant, for one set of weights serves all nodes and the sum has no order
 *
 * @param name of the part, with which all its parameters begin
 * @param shape extents
 * @returns the part
 * @throws RangeError if an extent is not an integer ≥ 1
 * @source Gilmer et al. 2017, "Neural message passing for quantum chemistry", arXiv 1704.01212
 */
export function messagePassing(name: string, { nodes, edges, hidden, rounds }: MessagePassingShape): MessagePassing {
  if (!(Number.isInteger(rounds) && rounds >= 1)) throw new RangeError(`rounds of ${name} must be an integer >= 1, got ${rounds}`);
  const embed = dense(`${name}/embed`, nodes, hidden);
  const layers = Array.from({ length: rounds }, (_, round) => ({
    to: dense(`${name}/${round}/to`, hidden, hidden, false),
    from: dense(`${name}/${round}/from`, hidden, hidden, false),
    edge: dense(`${name}/${round}/edge`, edges, hidden),
    message: dense(`${name}/${round}/message`, hidden, hidden),
    node: dense(`${name}/${round}/node`, 2 * hidden, hidden),
  }));
  return {
    init: initAll([embed, ...layers.flatMap((layer) => Object.values(layer))]),
    apply: (p, features, pairs) => {
      let states = silu(embed.apply(p, features));
      let messages!: tf.Tensor;
      for (const { to, from, edge, message, node } of layers) {
        const ends = tf.add(tf.expandDims(to.apply(p, states), 2), tf.expandDims(from.apply(p, states), 1));
        messages = silu(message.apply(p, silu(tf.add(ends, edge.apply(p, pairs)))));
        const update = node.apply(p, tf.concat([states, tf.sum(messages, 2)], -1));
        states = tf.add(states, silu(update));
      }
      return { nodes: states, messages };
    },
  };
}
