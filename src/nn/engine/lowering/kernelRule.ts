import type { GraphValue } from "../graph/graph.js";
import type { GraphBuilder } from "../graph/graphBuilder.js";

/** Operands of a TensorFlow.js kernel by name; kernels of lists, such as `Concat`, number them from 0. */
export type Operands = Readonly<Record<string, GraphValue>>;

/**
 * What one TensorFlow.js kernel is in ONNX: operands and attributes → result, or results.
 *
 * It adds nodes to the graph and computes nothing. It throws NotTraceable for attributes that it does not cover.
 * The attributes are those of TensorFlow.js for this kernel (`tf.SumAttrs`, …).
 */
export type KernelRule = (g: GraphBuilder, operands: Operands, attrs: never) => GraphValue | readonly GraphValue[];

/** Rules by the name of the kernel. */
export type KernelRules = Readonly<Record<string, KernelRule>>;
