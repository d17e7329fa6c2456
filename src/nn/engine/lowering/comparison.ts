import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";
import { NotTraceable } from "../notTraceable.js";
import { cast } from "./cast.js";
import { binary } from "./elementwise.js";
import type { KernelRule, KernelRules } from "./kernelRule.js";

const compare = (op: string): KernelRule => (g, { a, b }) => binary(g, op, a, b, "bool");
const logical = (op: string): KernelRule => (g, { a, b }) => binary(g, op, cast(g, a, "bool"), cast(g, b, "bool"), "bool");
const test = (g: GraphBuilder, op: string, x: GraphValue): GraphValue => g.node(op, [x], { shape: x.shape, type: "bool" });
const not = (g: GraphBuilder, x: GraphValue): GraphValue => test(g, "Not", x);

/** The kernels that compare, combine truth values and choose by them. */
export const comparison: KernelRules = {
  Equal: compare("Equal"),
  NotEqual: (g, { a, b }) => not(g, binary(g, "Equal", a, b, "bool")),
  Greater: compare("Greater"),
  GreaterEqual: compare("GreaterOrEqual"),
  Less: compare("Less"),
  LessEqual: compare("LessOrEqual"),
  LogicalAnd: logical("And"),
  LogicalOr: logical("Or"),
  LogicalNot: (g, { x }) => not(g, cast(g, x, "bool")),
  IsNan: (g, { x }) => test(g, "IsNaN", x),
  IsInf: (g, { x }) => test(g, "IsInf", x),
  IsFinite: (g, { x }) => not(g, binary(g, "Or", test(g, "IsNaN", x), test(g, "IsInf", x), "bool")),
  Select: (g, { condition, t, e }) => {
    // tf.where broadcasts the condition; of the kernel itself backends have different ideas
    if (condition.shape.join() !== t.shape.join()) throw new NotTraceable(`a condition of shape [${condition.shape.join(", ")}]`);
    const type = t.type === e.type ? t.type : "float32";
    return g.node("Where", [cast(g, condition, "bool"), cast(g, t, type), cast(g, e, type)], { shape: t.shape, type });
  },
};
