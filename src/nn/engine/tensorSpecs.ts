import type { HostTensors } from "../hostTensor.js";
import type { TensorSpecs } from "./trace.js";

/**
 * Shapes and types of named arrays.
 *
 * @param tensors name → data and shape
 * @returns name → shape and type
 * @example specKey(tensorSpecs({ x: { data: Int32Array.of(1, 2), shape: [2] } })) // => "x:int32[2]"
 */
export function tensorSpecs(tensors: HostTensors): TensorSpecs {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { data, shape }]) => [name, { shape, type: data instanceof Float32Array ? "float32" : "int32" }]),
  );
}

/**
 * Shapes and types as a text that is equal for equal ones, whatever the order of names.
 *
 * @param specs name → shape and type
 * @returns for example `x:float32[2,3] y:int32[2]`
 * @example specKey({ y: { shape: [2], type: "int32" }, x: { shape: [], type: "float32" } }) // => "x:float32[] y:int32[2]"
 */
export function specKey(specs: TensorSpecs): string {
  return Object.keys(specs).sort().map((name) => `${name}:${specs[name].type}[${specs[name].shape.join()}]`).join(" ");
}
