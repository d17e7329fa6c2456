import { tf } from "../../tf.js";
import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { cast } from "./cast.js";
import type { KernelRule, KernelRules } from "./kernelRule.js";

/**
 * A binary operator with broadcasting.
 *
 * @param g the graph
 * @param op ONNX operator
 * @param a left operand
 * @param b right operand, of the same type unless one is an integer and the other a real number
 * @param type type of the result; that of the operands if not given
 * @returns op(a, b), of the shape that both broadcast to
 */
export function binary(g: GraphBuilder, op: string, a: GraphValue, b: GraphValue, type?: "bool"): GraphValue {
  const operands = a.type === b.type ? a.type : "float32";
  const shape = tf.backend_util.assertAndGetBroadcastShape([...a.shape], [...b.shape]);
  return g.node(op, [cast(g, a, operands), cast(g, b, operands)], { shape, type: type ?? operands });
}

/**
 * A unary operator of real numbers.
 *
 * @param g the graph
 * @param op ONNX operator
 * @param x operand; integers become real numbers
 * @param attributes the operator's real attributes
 * @returns op(x), float32, shaped as x
 */
export function unary(g: GraphBuilder, op: string, x: GraphValue, attributes: Readonly<Record<string, number>> = {}): GraphValue {
  const reals = Object.fromEntries(Object.entries(attributes).map(([name, float]) => [name, { float }]));
  return g.node(op, [cast(g, x, "float32")], { shape: x.shape, type: "float32" }, reals);
}

const unaryRule = (op: string): KernelRule => (g, { x }) => unary(g, op, x);
const binaryRule = (op: string): KernelRule => (g, { a, b }) => binary(g, op, a, b);
/** Operators that keep the type of their operand. */
const sameTypeRule = (op: string): KernelRule => (g, { x }) => g.node(op, [x], x);

const squaredDifference: KernelRule = (g, { a, b }) => {
  const difference = binary(g, "Sub", a, b);
  return binary(g, "Mul", difference, difference);
};

const floorQuotient = (g: GraphBuilder, a: GraphValue, b: GraphValue): GraphValue =>
  unary(g, "Floor", binary(g, "Div", cast(g, a, "float32"), cast(g, b, "float32")));

/** a − b ⌊a / b⌋, which has the sign of b. */
const mod: KernelRule = (g, { a, b }) => binary(g, "Sub", a, binary(g, "Mul", b, cast(g, floorQuotient(g, a, b), a.type)));

/** ln(1 + x) without cancellation near 0, where it is 2 artanh(x / (2 + x)). */
const log1p: KernelRule = (g, { x }) => {
  const small = binary(g, "Less", unary(g, "Abs", x), g.scalar(0.5), "bool");
  const direct = unary(g, "Log", binary(g, "Add", x, g.scalar(1)));
  // the other branch must not leave artanh's domain where it is not used
  const near = g.node("Where", [small, x, g.scalar(0)], x);
  const ratio = binary(g, "Div", near, binary(g, "Add", near, g.scalar(2)));
  return g.node("Where", [small, binary(g, "Mul", g.scalar(2), unary(g, "Atanh", ratio)), direct], x);
};

/** e^x − 1 without cancellation near 0, where it is 2 t / (1 − t) with t = tanh(x / 2). */
const expm1: KernelRule = (g, { x }) => {
  const small = binary(g, "Less", unary(g, "Abs", x), g.scalar(0.5), "bool");
  const direct = binary(g, "Sub", unary(g, "Exp", x), g.scalar(1));
  const t = unary(g, "Tanh", binary(g, "Mul", x, g.scalar(0.5)));
  const near = binary(g, "Div", binary(g, "Mul", g.scalar(2), t), binary(g, "Sub", g.scalar(1), t));
  return g.node("Where", [small, near, direct], x);
};

/** The kernels of arithmetic and elementary functions, element by element. */
export const elementwise: KernelRules = {
  Add: binaryRule("Add"),
  Sub: binaryRule("Sub"),
  Multiply: binaryRule("Mul"),
  RealDiv: (g, { a, b }) => binary(g, "Div", cast(g, a, "float32"), cast(g, b, "float32")),
  /** An integer, also where the operands are real numbers. */
  FloorDiv: (g, { a, b }) => cast(g, floorQuotient(g, a, b), "int32"),
  Mod: mod,
  Pow: binaryRule("Pow"),
  Maximum: binaryRule("Max"),
  Minimum: binaryRule("Min"),
  SquaredDifference: squaredDifference,
  AddN: (g, operands) => Object.values(operands).reduce((sum, x) => binary(g, "Add", sum, x)),
  Neg: sameTypeRule("Neg"),
  Abs: sameTypeRule("Abs"),
  Sign: sameTypeRule("Sign"),
  Square: (g, { x }) => binary(g, "Mul", x, x),
  ClipByValue: (g, { x }, { clipValueMin, clipValueMax }: tf.ClipByValueAttrs) => {
    const type = x.type === "int32" ? "int32" : "float32";
    return g.node("Clip", [x, g.scalar(clipValueMin, type), g.scalar(clipValueMax, type)], x);
  },
  Exp: unaryRule("Exp"),
  Expm1: expm1,
  Log: unaryRule("Log"),
  Log1p: log1p,
  Sqrt: unaryRule("Sqrt"),
  Rsqrt: (g, { x }) => unary(g, "Reciprocal", unary(g, "Sqrt", x)),
  Reciprocal: unaryRule("Reciprocal"),
  Floor: sameTypeOrReal("Floor"),
  Ceil: sameTypeOrReal("Ceil"),
  Round: sameTypeOrReal("Round"),
  Sin: unaryRule("Sin"),
  Cos: unaryRule("Cos"),
  Tan: unaryRule("Tan"),
  Asin: unaryRule("Asin"),
  Acos: unaryRule("Acos"),
  Atan: unaryRule("Atan"),
  Sinh: unaryRule("Sinh"),
  Cosh: unaryRule("Cosh"),
  Tanh: unaryRule("Tanh"),
  Asinh: unaryRule("Asinh"),
  Acosh: unaryRule("Acosh"),
  Atanh: unaryRule("Atanh"),
  Erf: unaryRule("Erf"),
};

/** Rounding leaves integers as they are. */
function sameTypeOrReal(op: string): KernelRule {
  return (g, { x }) => (x.type === "int32" ? x : unary(g, op, x));
}
