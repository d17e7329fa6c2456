import { inferenceGraph } from "./inferenceGraph.js";
import { onnxModel } from "./onnx/onnxModel.js";
import type { TensorFunction, TensorSpecs } from "./trace.js";

/**
 * A function of named tensors, such as a trained net, as an ONNX file.
 *
 * What the function captures, and the variables that it reads, such as the weights of a model of `tf.layers`, are part of
 * the file, with the elements that they have now.
 *
 * @param f plain TensorFlow.js, without effects
 * @param specs shape and type of each input
 * @returns the bytes of the file: opset 17, IR version 8, inputs and outputs under their names
 * @throws NotTraceable if f assigns a variable, or cannot become a graph
 * @throws RangeError if an output has the name of an input
 */
export function exportOnnx(f: TensorFunction, specs: TensorSpecs): Uint8Array {
  return onnxModel(inferenceGraph(f, specs));
}
