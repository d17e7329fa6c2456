/** Types of elements; `int64` only in constants that give ONNX shapes and axes. */
export type ElementType = "float32" | "int32" | "bool" | "int64";

/** Elements of a constant, row by row; a bool is a byte. */
export type ConstantData = Float32Array | Int32Array | Uint8Array | BigInt64Array;

/** One array of a graph: an input, a constant (then it has data), or what a node computes. */
export interface GraphValue {
  /** Unique within its graph. */
  readonly id: number;
  readonly shape: readonly number[];
  readonly type: ElementType;
  readonly data?: ConstantData;
}

/** An attribute of a node: an integer, integers, a string, or a real number, which is marked as such. */
export type Attribute = number | readonly number[] | string | { readonly float: number };

/** One ONNX operator with its operands; a left out optional operand is undefined. */
export interface GraphNode {
  readonly op: string;
  readonly inputs: readonly (GraphValue | undefined)[];
  readonly outputs: readonly GraphValue[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A call of a kernel of TensorFlow.js. */
export interface KernelCall {
  readonly kernel: string;
  /** Operands by their names, or in order where the kernel takes any number of them. */
  readonly inputs: Readonly<Record<string, GraphValue>> | readonly GraphValue[];
  readonly attributes: unknown;
  readonly outputs: readonly GraphValue[];
}

/** The same computation as a graph's, in kernels of TensorFlow.js, in order. */
export interface KernelCalls {
  readonly calls: readonly KernelCall[];
  readonly outputs: ReadonlyMap<string, GraphValue>;
}

/** A computation without control flow, in ONNX's operators (opset 17), every shape known; nodes come in order. */
export interface Graph {
  readonly inputs: ReadonlyMap<string, GraphValue>;
  readonly outputs: ReadonlyMap<string, GraphValue>;
  readonly nodes: readonly GraphNode[];
  /** What it was recorded from. */
  readonly recorded: KernelCalls;
}
