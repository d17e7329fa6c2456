import type { tf } from "../../tf.js";
import { binary, unary } from "./elementwise.js";
import type { KernelRules } from "./kernelRule.js";

/** The kernel of batch normalisation with given moments: (x − mean) / √(variance + ε) · scale + offset. */
export const normalisation: KernelRules = {
  FusedBatchNorm: (g, { x, mean, variance, offset, scale }, { varianceEpsilon }: tf.FusedBatchNormAttrs) => {
    const deviation = unary(g, "Sqrt", binary(g, "Add", variance, g.scalar(varianceEpsilon)));
    const standard = binary(g, "Div", binary(g, "Sub", x, mean), deviation);
    const scaled = scale === undefined ? standard : binary(g, "Mul", standard, scale);
    return offset === undefined ? scaled : binary(g, "Add", scaled, offset);
  },
};
