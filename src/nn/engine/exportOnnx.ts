import { onnxModel } from "./onnx/onnxModel.js";
import { type TensorFunction, type TensorSpecs, trace } from "./trace.js";

/**
 * A function of named tensors, such as a trained net, as an ONNX file.
 *
 * What the function captures, such as weights, is part of the file. Variables that it reads are inputs: capture their
 * elements instead, by `tf.clone`, to make them part of the file as well.
 *
 * @param f plain TensorFlow.js, without effects
 * @param specs shape and type of each input
 * @returns the bytes of the file: opset 17, IR version 8, inputs and outputs under their names
 * @throws NotTraceable if f cannot become a graph
 */
export function exportOnnx(f: TensorFunction, specs: TensorSpecs): Uint8Array {
  return onnxModel(trace(f, specs));
}
