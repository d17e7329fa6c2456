import type { tf } from "../../tf.js";
import { NotTraceable } from "../notTraceable.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { cast } from "./cast.js";
import { binary, unary } from "./elementwise.js";
import type { KernelRules } from "./kernelRule.js";

/** Constants of scaled exponential linear units: Klambauer et al. 2017, arXiv 1706.02515, equation 14. */
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

const positive = (g: GraphBuilder, x: GraphValue): GraphValue => binary(g, "Greater", x, cast(g, g.scalar(0), x.type), "bool");
const choose = (g: GraphBuilder, condition: GraphValue, yes: GraphValue, no: GraphValue): GraphValue =>
  g.node("Where", [condition, yes, no], { shape: condition.shape, type: yes.type });

/** x for x > 0, α x elsewhere. */
const leaky = (g: GraphBuilder, x: GraphValue, alpha: number): GraphValue => unary(g, "LeakyRelu", x, { alpha });

/** x for x ≥ 0, α x elsewhere, with one α per element or broadcast. */
const prelu = (g: GraphBuilder, x: GraphValue, alpha: GraphValue): GraphValue =>
  choose(g, binary(g, "Less", x, g.scalar(0), "bool"), binary(g, "Mul", x, alpha), x);

const relu6 = (g: GraphBuilder, x: GraphValue): GraphValue => g.node("Clip", [x, g.scalar(0), g.scalar(6)], x);

/**
 * The activation that a fused kernel ends with.
 *
 * @param g the graph
 * @param x what it is applied to
 * @param activation TensorFlow.js' name; none if not given
 * @param options slopes of `prelu` and `leakyrelu`
 * @returns a(x), shaped as x
 * @throws NotTraceable for an unknown activation
 */
export function activate(
  g: GraphBuilder,
  x: GraphValue,
  activation: string | null | undefined,
  { slopes, alpha }: { readonly slopes?: GraphValue | undefined; readonly alpha?: number | undefined } = {},
): GraphValue {
  switch (activation) {
    case undefined:
    case null:
    case "linear":
      return x;
    case "relu":
      return unary(g, "Relu", x);
    case "relu6":
      return relu6(g, x);
    case "elu":
      return unary(g, "Elu", x);
    case "sigmoid":
      return unary(g, "Sigmoid", x);
    case "leakyrelu":
      return leaky(g, x, alpha ?? 0.2);
    case "prelu":
      if (slopes !== undefined) return prelu(g, x, slopes);
      break;
  }
  throw new NotTraceable(`activation ${activation}`);
}

/** The kernels of activations and of what their gradients need. */
export const activation: KernelRules = {
  Sigmoid: (g, { x }) => unary(g, "Sigmoid", x),
  Softplus: (g, { x }) => unary(g, "Softplus", x),
  Relu: (g, { x }) => (x.type === "int32" ? binary(g, "Max", x, g.scalar(0, "int32")) : unary(g, "Relu", x)),
  Relu6: (g, { x }) => relu6(g, cast(g, x, "float32")),
  Elu: (g, { x }) => unary(g, "Elu", x),
  Selu: (g, { x }) => unary(g, "Selu", x, { alpha: SELU_ALPHA, gamma: SELU_SCALE }),
  LeakyRelu: (g, { x }, { alpha }: tf.LeakyReluAttrs) => leaky(g, x, alpha),
  Prelu: (g, { x, alpha }) => prelu(g, x, alpha),
  /** 1 for x > 0, α elsewhere. */
  Step: (g, { x }, { alpha }: tf.StepAttrs) =>
    alpha === 0 ? cast(g, positive(g, x), "float32") : choose(g, positive(g, x), g.scalar(1), g.scalar(alpha)),
  /** From the value y of elu: dy for y ≥ 0, dy (y + 1) elsewhere. */
  EluGrad: (g, { dy, y }) =>
    choose(g, binary(g, "GreaterOrEqual", y, g.scalar(0), "bool"), dy, binary(g, "Mul", dy, binary(g, "Add", y, g.scalar(1)))),
};
