import { tf } from "../../tf.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { NotTraceable } from "../notTraceable.js";
import { activate } from "./activation.js";
import { binary } from "./elementwise.js";
import type { KernelRules } from "./kernelRule.js";
import { transpose } from "./transpose.js";

/**
 * The product of matrices, or of batches of them.
 *
 * @param g the graph
 * @param a shape […, n, k], or […, k, n] if transposed
 * @param b shape […, k, m], or […, m, k] if transposed
 * @param transposeA whether a is transposed first
 * @param transposeB whether b is transposed first
 * @returns shape […, n, m]; a batch of one goes with every matrix of the other
 * @throws NotTraceable if batches differ and neither is of one: backends disagree about them
 */
export function matMul(g: GraphBuilder, a: GraphValue, b: GraphValue, transposeA = false, transposeB = false): GraphValue {
  const [rows, columns] = [a.shape.at(transposeA ? -1 : -2)!, b.shape.at(transposeB ? -2 : -1)!];
  if (a.shape.length === 2 && b.shape.length === 2) {
    return g.node("Gemm", [a, b], { shape: [rows, columns], type: "float32" }, {
      ...(transposeA && { transA: 1 }),
      ...(transposeB && { transB: 1 }),
    });
  }
  const [first, second] = [a, b].map((x) => x.shape.slice(0, -2));
  const isOne = (batch: readonly number[]): boolean => batch.every((extent) => extent === 1);
  if (first.join() !== second.join() && !isOne(first) && !isOne(second)) {
    throw new NotTraceable(`batches of shapes [${first.join(", ")}] and [${second.join(", ")}]`);
  }
  const shape = [...tf.backend_util.assertAndGetBroadcastShape(first, second), rows, columns];
  const operand = (x: GraphValue, transposed: boolean): GraphValue => (transposed ? swapLast(g, x) : x);
  return g.node("MatMul", [operand(a, transposeA), operand(b, transposeB)], { shape, type: "float32" });
}

function swapLast(g: GraphBuilder, x: GraphValue): GraphValue {
  const rank = x.shape.length;
  return transpose(g, x, x.shape.map((_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis)));
}

/** The kernels of matrix products. */
export const matrix: KernelRules = {
  BatchMatMul: (g, { a, b }, { transposeA, transposeB }: tf.BatchMatMulAttrs) => matMul(g, a, b, transposeA, transposeB),
  _FusedMatMul: (g, { a, b, bias, preluActivationWeights }, attrs: tf._FusedMatMulAttrs) => {
    const product = matMul(g, a, b, attrs.transposeA, attrs.transposeB);
    const sum = bias === undefined ? product : binary(g, "Add", product, bias);
    return activate(g, sum, attrs.activation, { slopes: preluActivationWeights, alpha: attrs.leakyreluAlpha });
  },
};
