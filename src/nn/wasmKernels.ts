import { tf } from "./tf.js";

const MATRIX_PRODUCTS = ["BatchMatMul", "_FusedMatMul"];

/**
 * A matrix product kernel that transposes its operands explicitly and then multiplies them untransposed.
 *
 * The WASM backend multiplies fast only untransposed matrices. Its fused kernel is wrong where an operand is transposed
 * and a bias is added: every row of the product but the first gets the bias's last entry (version 4.22.0).
 *
 * @param product kernel for op(a)·op(b) with inputs a and b of rank ≥ 2, right when neither is transposed
 * @param transpose kernel that permutes the axes of its input x
 * @returns a kernel with the inputs, attributes and output of `product`
 */
export function withExplicitTranspose(product: tf.KernelFunc, transpose: tf.KernelFunc): tf.KernelFunc {
  return ({ inputs, backend, attrs }) => {
    const copies: tf.TensorInfo[] = [];
    const operand = (x: tf.TensorInfo, transposed: boolean): tf.TensorInfo => {
      if (!transposed) return x;
      const rank = x.shape.length;
      const perm = x.shape.map((_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis));
      const copy = transpose({ inputs: { x }, backend, attrs: { perm } }) as tf.TensorInfo;
      copies.push(copy);
      return copy;
    };
    const a = operand(inputs.a!, attrs?.transposeA === true);
    const b = operand(inputs.b!, attrs?.transposeB === true);
    const output = product({
      inputs: { ...inputs, a, b },
      backend,
      attrs: { ...attrs, transposeA: false, transposeB: false },
    });
    for (const copy of copies) (backend as tf.KernelBackend).disposeData(copy.dataId);
    return output;
  };
}

/**
 * Replace the matrix products of the WASM backend by ones that transpose explicitly first.
 *
 * Doing it twice changes nothing more: the second wrapper hands untransposed matrices to the first.
 *
 * @throws Error if the WASM backend's kernels are not registered (its package is not loaded)
 */
export function patchWasmKernels(): void {
  const transpose = kernel("Transpose");
  for (const name of MATRIX_PRODUCTS) {
    const product = kernel(name);
    tf.unregisterKernel(name, "wasm");
    tf.registerKernel({ ...product, kernelFunc: withExplicitTranspose(product.kernelFunc, transpose.kernelFunc) });
  }
}

function kernel(name: string): tf.KernelConfig {
  const config = tf.getKernel(name, "wasm") as tf.KernelConfig | undefined;
  if (config === undefined) throw new Error(`the WASM backend has no kernel ${name}: load its package first`);
  return config;
}
