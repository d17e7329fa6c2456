import type { Tensors } from "../hostTensor.js";
import { tf } from "../tf.js";
import { NotTraceable } from "./notTraceable.js";

/**
 * What a function of named tensors returned, if that is what it should be.
 *
 * @param result what it returned
 * @returns the same: at least one tensor, each under a name
 * @throws NotTraceable saying what it is instead
 */
export function returnedTensors(result: unknown): Tensors {
  if (result instanceof tf.Tensor || typeof result !== "object" || result === null) {
    throw new NotTraceable(`it returns ${kindOf(result)}, not named tensors such as { y }`);
  }
  const outputs = Object.entries(result);
  if (outputs.length === 0) throw new NotTraceable("it returns no tensors");
  for (const [name, output] of outputs) {
    if (!(output instanceof tf.Tensor)) throw new NotTraceable(`its output ${name} is ${kindOf(output)}, not a tensor`);
  }
  return result as Tensors;
}

function kindOf(value: unknown): string {
  if (value instanceof tf.Tensor) return "a tensor";
  if (Array.isArray(value)) return "an array";
  if (value === null || value === undefined) return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
