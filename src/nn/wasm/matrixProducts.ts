import type { tf } from "../tf.js";
import { chain, type Mend } from "./kernel.js";

/**
 * A matrix product kernel that transposes its operands explicitly and then multiplies them untransposed.
 *
 * The WASM backend multiplies fast only untransposed matrices. Its fused kernel is wrong where an operand is transposed
 * and a bias is added: every row of the product but the first gets the bias's last entry (version 4.22.0).
 *
 * @param product kernel for op(a)·op(b) with inputs a and b of rank ≥ 2, right when neither is transposed
 * @returns a kernel with the inputs, attributes and output of `product`
 */
const withExplicitTranspose: Mend = (product) => ({ inputs, backend, attrs }) =>
  chain(backend, (run) => {
    const operand = (x: tf.TensorInfo, transposed: boolean): tf.TensorInfo => {
      if (!transposed) return x;
      const rank = x.shape.length;
      return run("Transpose", { x }, { perm: x.shape.map((_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis)) });
    };
    const a = operand(inputs.a!, attrs?.transposeA === true);
    const b = operand(inputs.b!, attrs?.transposeB === true);
    return product({ inputs: { ...inputs, a, b }, backend, attrs: { ...attrs, transposeA: false, transposeB: false } }) as tf.TensorInfo;
  });

/** Matrix products, plain and fused with a bias and an activation. */
export const matrixProducts: Readonly<Record<string, Mend>> = { BatchMatMul: withExplicitTranspose, _FusedMatMul: withExplicitTranspose };
