import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";

/**
 * Permute the axes of a value; permutations of permutations become one.
 *
 * @param g the graph
 * @param x the value
 * @param perm axis i of the result is axis perm_i of x
 * @returns x with its axes permuted; x itself if none moves
 */
export function transpose(g: GraphBuilder, x: GraphValue, perm: readonly number[]): GraphValue {
  const before = g.producer(x);
  if (before?.op === "Transpose") {
    const inner = before.attributes.perm as readonly number[];
    return transpose(g, before.inputs[0]!, perm.map((axis) => inner[axis]));
  }
  if (perm.every((axis, i) => axis === i)) return x;
  return g.node("Transpose", [x], { shape: perm.map((axis) => x.shape[axis]), type: x.type }, { perm });
}
