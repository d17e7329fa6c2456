import type { ElementType, GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";

/** TensorProto.DataType of the types, in ONNX. */
const CODE: Readonly<Record<ElementType, number>> = { float32: 1, int32: 6, int64: 7, bool: 9 };

/**
 * Change the type of a value's elements; real numbers lose their fraction, and what is not 0 is true.
 *
 * @param g the graph
 * @param x the value
 * @param type the type wanted
 * @returns x in that type; x itself if it has it already
 */
export function cast(g: GraphBuilder, x: GraphValue, type: ElementType): GraphValue {
  return x.type === type ? x : g.node("Cast", [x], { shape: x.shape, type }, { to: CODE[type] });
}
