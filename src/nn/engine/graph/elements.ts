import type { tf } from "../../tf.js";
import { callSite } from "../callSite.js";
import { NotTraceable } from "../notTraceable.js";
import type { ElementType } from "./graph.js";

/**
 * The type that elements of a TensorFlow.js type have in a graph.
 *
 * @param dtype the type in TensorFlow.js
 * @returns the same type, if a graph has it
 * @throws NotTraceable for strings and complex numbers
 */
export function elementType(dtype: tf.DataType): Exclude<ElementType, "int64"> {
  if (dtype === "float32" || dtype === "int32" || dtype === "bool") return dtype;
  throw new NotTraceable(`tensors of type ${dtype} have no ONNX counterpart here${callSite()}`);
}

/**
 * A copy of numbers as elements of a graph's constant.
 *
 * @param values the numbers
 * @param type the type of the constant
 * @returns an array of that type; a bool is the byte 0 or 1
 */
export function elements(values: ArrayLike<number>, type: ElementType): Float32Array | Int32Array | Uint8Array {
  if (type === "float32") return Float32Array.from(values);
  return type === "int32" ? Int32Array.from(values) : Uint8Array.from(values, (x) => (x === 0 ? 0 : 1));
}
