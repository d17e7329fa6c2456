import type { tf } from "../tf.js";
import type { GraphValue } from "./graph/graph.js";
import type { GraphBuilder } from "./graph/graphBuilder.js";

/** A recording in progress: the graph, and what stands for tensors that were made outside of it. */
export interface Recording {
  readonly graph: GraphBuilder;
  /** A value for a tensor of another backend; undefined makes it a constant. */
  readonly outside: (tensor: tf.TensorInfo) => GraphValue | undefined;
  /** Told when data get another holder. */
  readonly notice: (dataId: object, value: GraphValue) => void;
}
