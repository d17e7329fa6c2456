import type { Tensors } from "../hostTensor.js";
import { tf } from "../tf.js";
import { NotTraceable } from "./notTraceable.js";

/**
 * What a function of named tensors returned, if that is what it should be.
 *
 * @param result what it returned
 * @returns the same: at least one tensor, each under a name
 * @throws NotTraceable saying what it is instead; if it is a promise, what becomes of that is no longer heard of
 */
export function returnedTensors(result: unknown): Tensors {
  if (isPromise(result)) {
    void result.then(undefined, () => undefined);
    throw new NotTraceable("it is asynchronous: it must return its tensors, not a promise of them");
  }
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

const isPromise = (value: unknown): value is PromiseLike<unknown> => typeof (value as PromiseLike<unknown> | undefined | null)?.then === "function";

function kindOf(value: unknown): string {
  if (value instanceof tf.Tensor) return "a tensor";
  if (Array.isArray(value)) return "an array";
  if (value === null || value === undefined) return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
