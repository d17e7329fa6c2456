import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";

/**
 * The same elements in another shape; reshapes of reshapes become one.
 *
 * @param g the graph
 * @param x the value
 * @param shape as many elements as x has
 * @returns x in that shape; x itself if it has it already
 */
export function reshape(g: GraphBuilder, x: GraphValue, shape: readonly number[]): GraphValue {
  const before = g.producer(x);
  if (before?.op === "Reshape") return reshape(g, before.inputs[0]!, shape);
  if (shape.length === x.shape.length && shape.every((extent, i) => extent === x.shape[i])) return x;
  return g.node("Reshape", [x, g.ints(shape)], { shape, type: x.type });
}
