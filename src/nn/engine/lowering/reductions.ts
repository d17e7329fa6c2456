import { tf } from "../../tf.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { cast } from "./cast.js";
import type { KernelRule, KernelRules } from "./kernelRule.js";
import { matMul } from "./matrix.js";
import { reshape } from "./reshape.js";

/**
 * Reduce axes of a value.
 *
 * @param g the graph
 * @param op ONNX operator, such as `ReduceSum`
 * @param x the value
 * @param axis the axes; all if not given
 * @param keepDims whether reduced axes stay, with extent 1
 * @returns the reduced value, of x's type
 */
export function reduce(g: GraphBuilder, op: string, x: GraphValue, axis?: number | readonly number[], keepDims = false): GraphValue {
  const axes = tf.util.parseAxisParam((axis ?? x.shape.map((_, i) => i)) as number[], [...x.shape]);
  const kept = x.shape.map((extent, i) => (axes.includes(i) ? 1 : extent));
  const shape = keepDims ? kept : x.shape.filter((_, i) => !axes.includes(i));
  if (axes.every((i) => x.shape[i] === 1)) return reshape(g, x, shape);
  if (op === "ReduceSum" && x.type === "float32" && axes.length < x.shape.length && axes.every((axis, i) => axis === i)) {
    return reshape(g, sumRows(g, x, axes.length), shape);
  }
  const keepdims = keepDims ? 1 : 0;
  // opset 17: the axes of sums are an operand, those of other reductions an attribute
  return op === "ReduceSum"
    ? g.node(op, [x, g.ints(axes)], { shape, type: x.type }, { keepdims })
    : g.node(op, [x], { shape, type: x.type }, { axes, keepdims });
}

/** The sum over leading axes is 1ᵀ x, a matrix product, which is several times as fast as ONNX Runtime's reduction. */
function sumRows(g: GraphBuilder, x: GraphValue, leading: number): GraphValue {
  const [rows, columns] = [x.shape.slice(0, leading), x.shape.slice(leading)].map((extents) => tf.util.sizeFromShape(extents));
  const ones = g.constant(new Float32Array(rows).fill(1), [1, rows], "float32");
  return matMul(g, ones, reshape(g, x, [rows, columns]));
}

type Reduction = { axis?: number | number[]; reductionIndices?: number | number[]; keepDims?: boolean };

const reduction = (op: string): KernelRule => (g, { x }, { axis, reductionIndices, keepDims }: Reduction) =>
  reduce(g, op, x, axis ?? reductionIndices, keepDims);

/** Truth values are reduced as the integers 0 and 1. */
const truth = (op: string): KernelRule => (g, { x }, { axis, keepDims }: Reduction) =>
  cast(g, reduce(g, op, cast(g, x, "int32"), axis, keepDims), "bool");

const place = (op: string): KernelRule => (g, { x }, { axis }: tf.ArgMaxAttrs) => {
  const last = tf.util.parseAxisParam(axis, [...x.shape])[0];
  const shape = x.shape.filter((_, i) => i !== last);
  return cast(g, g.node(op, [x], { shape, type: "int64" }, { axis: last, keepdims: 0 }), "int32");
};

/** The kernels that reduce axes, or normalise along one. */
export const reductions: KernelRules = {
  Sum: reduction("ReduceSum"),
  Mean: (g, { x }, { axis, keepDims }: Reduction) => reduce(g, "ReduceMean", cast(g, x, "float32"), axis, keepDims),
  Max: reduction("ReduceMax"),
  Min: reduction("ReduceMin"),
  Prod: reduction("ReduceProd"),
  All: truth("ReduceMin"),
  Any: truth("ReduceMax"),
  ArgMax: place("ArgMax"),
  ArgMin: place("ArgMin"),
  Softmax: (g, { logits }, { dim }: tf.SoftmaxAttrs) => g.node("Softmax", [logits], logits, { axis: dim }),
  Cumsum: (g, { x }, { axis, exclusive, reverse }: tf.CumsumAttrs) =>
    g.node("CumSum", [x, g.scalar(axis, "int32")], x, { exclusive: exclusive ? 1 : 0, reverse: reverse ? 1 : 0 }),
};
