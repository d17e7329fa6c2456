import type { Graph } from "./graph/graph.js";
import { settleVariables } from "./step/variableState.js";
import { type TensorFunction, type TensorSpecs, trace } from "./trace.js";

/**
 * The graph of a function of named tensors, such as a trained net, with all that it knows in it.
 *
 * What the function captures is constant, and so are the variables that it reads, with the elements that they have now;
 * those that a compiled step has assigned are settled.
 *
 * @param f plain TensorFlow.js, without effects
 * @param specs shape and type of each input
 * @returns the graph; its inputs are those of f that it depends on
 * @throws NotTraceable if f assigns a variable, or cannot become a graph
 * @throws RangeError if an output has the name of an input
 */
export function inferenceGraph(f: TensorFunction, specs: TensorSpecs): Graph {
  settleVariables();
  return trace(f, specs, { variables: "constants" });
}
